package org.covigie.bot.messaging;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What only one instance may do at a time, under a name. Judged by the database's clock, so that the instances' own may
 * differ. Whoever holds a lease renews it well before it ends, and stops when {@link #hold} says false or throws.
 */
@Service
public class Lease {
    private final JdbcClient db;
    private final String me = UUID.randomUUID().toString();

    Lease(JdbcClient db) {
        this.db = db;
    }

    /**
     * Takes or renews the lease for this long from now; false when another instance holds it. Must not be called within a
     * transaction (others would wait for its end). Throws {@link org.springframework.dao.DataAccessException} when the
     * database cannot be asked: nothing is held then.
     */
    public boolean hold(String name, Duration duration) {
        long seconds = Math.max(1, duration.toSeconds());
        int taken = db.sql(
                "update lease set holder = :me, held_until = current_timestamp + interval '1' second * cast(:seconds as integer) "
                        + "where name = :name and (holder = :me or held_until < current_timestamp)")
                .param("me", me)
                .param("seconds", seconds).param("name", name).update();
        return taken > 0 || db.sql("insert into lease (name, holder, held_until) "
                + "values (:name, :me, current_timestamp + interval '1' second * cast(:seconds as integer)) on conflict do nothing")
                .param("me", me).param("seconds", seconds).param("name", name).update() > 0;
    }

    /** Gives the lease back at once, when it is ours. */
    public void release(String name) {
        db.sql("delete from lease where name = :name and holder = :me").param("name", name).param("me", me).update();
    }
}
