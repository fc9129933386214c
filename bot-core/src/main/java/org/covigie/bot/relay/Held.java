package org.covigie.bot.relay;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Sealer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages that were not passed on because they point to a patient: sealed, until their author decides, an hour at most. */
@Component
class Held {
    static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient db;
    private final Sealer sealer;
    private final InstantSource clock;

    Held(JdbcClient db, Sealer sealer, InstantSource clock) {
        this.db = db;
        this.sealer = sealer;
        this.clock = clock;
    }

    long keep(long group, long person, Incoming.Said said) {
        // the author has written it anew, or has gone on: only the last one waits
        forget(person);
        db.sql("insert into relay_held (group_id, person_id, body, held_until) values (:group, :person, :body, :until)")
                .param("group", group).param("person", person).param("body", sealer.seal(said))
                .param("until", clock.instant().plus(KEPT).atOffset(ZoneOffset.UTC)).update();
        return db.sql("select max(id) from relay_held where person_id = :person").param("person", person)
                .query(Long.class).single();
    }

    /** The message this person was asked about, once: it waits no longer. Empty when it has waited too long, or is another's. */
    Optional<Incoming.Said> take(long id, long group, long person) {
        Optional<byte[]> body = db.sql("select body from relay_held where id = :id and group_id = :group "
                + "and person_id = :person and held_until > :now").param("id", id).param("group", group)
                .param("person", person).param("now", clock.instant().atOffset(ZoneOffset.UTC)).query(byte[].class)
                .optional();
        db.sql("delete from relay_held where id = :id and person_id = :person").param("id", id)
                .param("person", person).update();
        return body.map(sealed -> sealer.open(sealed, Incoming.Said.class));
    }

    void forget(long person) {
        db.sql("delete from relay_held where person_id = :person").param("person", person).update();
    }

    void purge() {
        db.sql("delete from relay_held where held_until <= :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }
}
