package org.covigie.bot.relay;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Sealer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
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
        var key = new GeneratedKeyHolder();
        db.sql("insert into relay_held (group_id, person_id, body, held_until) values (:group, :person, :body, :until)")
                .param("group", group).param("person", person).param("body", sealer.seal(said))
                .param("until", clock.instant().plus(KEPT).atOffset(ZoneOffset.UTC)).update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** The message this person was asked about. Empty when it has waited too long, or is another's. */
    Optional<Incoming.Said> find(long id, long group, long person) {
        return db.sql("select body from relay_held where id = :id and group_id = :group "
                + "and person_id = :person and held_until > :now").param("id", id).param("group", group)
                .param("person", person).param("now", clock.instant().atOffset(ZoneOffset.UTC)).query(byte[].class)
                .optional().map(sealed -> sealer.open(sealed, Incoming.Said.class));
    }

    /** It waits no longer. */
    void drop(long id) {
        db.sql("delete from relay_held where id = :id").param("id", id).update();
    }

    int of(long person) {
        return db.sql("select count(*) from relay_held where person_id = :person").param("person", person)
                .query(Integer.class).single();
    }

    void forget(long person) {
        db.sql("delete from relay_held where person_id = :person").param("person", person).update();
    }

    void purge() {
        db.sql("delete from relay_held where held_until <= :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }
}
