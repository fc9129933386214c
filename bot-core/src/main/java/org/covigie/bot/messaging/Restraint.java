package org.covigie.bot.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the bot from saying the same thing at every occasion, where each message costs money or patience. */
@Component
@Transactional
public class Restraint {
    private static final Duration LONGEST = Duration.ofDays(1);

    private final JdbcClient db;
    private final Sealer sealer;
    private final InstantSource clock;

    Restraint(JdbcClient db, Sealer sealer, InstantSource clock) {
        this.db = db;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * Whether this has not been said for so long; if so, it counts as said now, in the caller's transaction.
     *
     * @param what  to whom and what, in the caller's own words
     * @param every at most a day
     */
    public boolean allows(String what, Duration every) {
        if (every.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("nothing is remembered for longer than a day");
        }
        Instant now = clock.instant();
        String print = sealer.fingerprint("said " + what);
        // in this order: a row that is deleted for its age in between must not be missed
        return db.sql("update restraint set at = :now where what_print = :print and at <= :then")
                .param("print", print).param("now", Times.column(now)).param("then", Times.column(now.minus(every)))
                .update() == 1
                || db.sql("insert into restraint (what_print, at) values (:print, :now) on conflict do nothing")
                        .param("print", print).param("now", Times.column(now)).update() == 1;
    }

    void purge(Instant now) {
        db.sql("delete from restraint where at <= :old").param("old", Times.column(now.minus(LONGEST))).update();
    }
}
