package org.covigie.bot.digest;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which weeks were told, and which animators want none. */
@Repository
class DigestStore {
    private static final int KEPT_WEEKS = 8;

    private final JdbcClient db;

    DigestStore(JdbcClient db) {
        this.db = db;
    }

    /** Whether this week is told now for the first time. */
    boolean first(long group, LocalDate monday) {
        return db.sql("insert into digest_week (group_id, monday) values (:group, :monday) on conflict do nothing")
                .param("group", group).param("monday", monday).update() == 1;
    }

    void forget(LocalDate thisMonday) {
        db.sql("delete from digest_week where monday < :old").param("old", thisMonday.minusWeeks(KEPT_WEEKS)).update();
    }

    boolean silent(long group) {
        return db.sql("select count(*) from digest_silent where group_id = :group").param("group", group)
                .query(Long.class).single() > 0;
    }

    void silent(long group, boolean silent) {
        db.sql(silent
                ? "insert into digest_silent (group_id) values (:group) on conflict do nothing"
                : "delete from digest_silent where group_id = :group").param("group", group).update();
    }
}
