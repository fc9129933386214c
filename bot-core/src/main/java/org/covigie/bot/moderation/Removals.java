package org.covigie.bot.moderation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who was put out of which group, for as long as that matters. */
@Component
@Transactional
class Removals {
    private static final Duration KEPT = Duration.ofDays(30);
    /** A platform that has not answered by then never will. */
    private static final Duration PENDING = Duration.ofMinutes(10);

    private final JdbcClient db;
    private final InstantSource clock;

    Removals(JdbcClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * One removal.
     *
     * @param by     the person who decided it, null once forgotten
     * @param done   whether the person is out
     * @param undone whether it was taken back, or came to nothing
     */
    record Removal(long id, long group, long person, @Nullable Long by, Instant at, boolean done, boolean undone) {}

    long add(long group, long person, long by) {
        KeyHolder key = new GeneratedKeyHolder();
        db.sql("insert into removal (group_id, person_id, at, by_id) values (:group, :person, :at, :by)")
                .param("group", group).param("person", person).param("at", now()).param("by", by).update(key, "id");
        return java.util.Objects.requireNonNull(key.getKey()).longValue();
    }

    /** The last one of this person in this group, unless it was undone; nobody else changes it until the transaction ends. */
    Optional<Removal> last(long group, long person) {
        return db.sql("select * from removal where group_id = :group and person_id = :person "
                + "and undone_at is null order by id desc limit 1 for update").param("group", group)
                .param("person", person).query((row, n) -> removal(row)).optional();
    }

    Optional<Removal> find(long id) {
        return db.sql("select * from removal where id = :id").param("id", id)
                .query((row, n) -> removal(row)).optional();
    }

    void undo(long id) {
        db.sql("update removal set undone_at = :now where id = :id").param("now", now()).param("id", id).update();
    }

    /** The person is out; false when that was known. */
    boolean done(long id) {
        return db.sql("update removal set done_at = :now where id = :id and done_at is null").param("now", now())
                .param("id", id).update() > 0;
    }

    /** Whether the platform was asked just now and has not answered. */
    boolean pending(long group, long person) {
        return last(group, person).filter(last -> !last.done() && last.at().plus(PENDING).isAfter(clock.instant()))
                .isPresent();
    }

    /** Those of one person, the oldest first. */
    List<Removal> of(long person) {
        return db.sql("select * from removal where person_id = :person and done_at is not null order by id")
                .param("person", person).query((row, n) -> removal(row)).list();
    }

    int decidedBy(long person) {
        return db.sql("select count(*) from removal where by_id = :person").param("person", person)
                .query((row, n) -> row.getInt(1)).single();
    }

    void forget(long person) {
        db.sql("delete from removal where person_id = :person").param("person", person).update();
        db.sql("update removal set by_id = null where by_id = :person").param("person", person).update();
    }

    void purge() {
        db.sql("delete from removal where at < :before")
                .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC)).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Removal removal(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Removal(row.getLong("id"), row.getLong("group_id"), row.getLong("person_id"),
                row.getObject("by_id", Long.class), row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("done_at", OffsetDateTime.class) != null,
                row.getObject("undone_at", OffsetDateTime.class) != null);
    }
}
