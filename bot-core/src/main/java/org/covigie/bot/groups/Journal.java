package org.covigie.bot.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.covigie.bot.commands.CommandRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was decided in a group: by whom, about whom, when. It holds keys, numbers and persons' ids, never words; the animator
 * reads it with {@code /journal}.
 */
@Service
@Transactional
public class Journal {
    private static final int LONGEST_DETAIL = 100;
    private static final Duration REFUSED_ONCE_IN = Duration.ofHours(1);

    private final JdbcClient db;
    private final InstantSource clock;

    Journal(JdbcClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * One line.
     *
     * @param what    key of the sentence in the bundles, after {@code journal.}
     * @param actor   the person who did it, null for the bot or somebody unknown
     * @param subject the person it was done to, where there is one
     */
    public record Entry(Instant at, String what, @Nullable Long actor, @Nullable Long subject, String detail) {}

    /**
     * Writes a line.
     *
     * @param what   key of the sentence in the bundles, after {@code journal.}
     * @param detail a number or a key that the sentence shows, never anybody's words; at most 100 characters
     */
    public void note(long group, String what, @Nullable Long actor, @Nullable Long subject, String detail) {
        if (detail.length() > LONGEST_DETAIL) {
            throw new IllegalArgumentException("a journal's detail is too long: " + what);
        }
        db.sql("insert into journal (group_id, at, what, actor_id, subject_id, detail) "
                + "values (:group, :at, :what, :actor, :subject, :detail)").param("group", group)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("what", what)
                .param("actor", actor).param("subject", subject)
                .param("detail", detail).update();
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Entry> latest(long group, int size, int page) {
        return db.sql("select at, what, actor_id, subject_id, detail from journal where group_id = :group "
                + "order by id desc limit :size offset :first").param("group", group).param("size", size)
                .param("first", (long) size * page)
                .query((row, n) -> entry(row)).list();
    }

    /** When this person was last put out of this group, as far as the journal goes back; empty where that was undone. */
    @Transactional(readOnly = true)
    public Optional<Instant> removed(long group, long person) {
        return db.sql("select at, what, actor_id, subject_id, detail from journal where group_id = :group "
                + "and subject_id = :person and what in ('removed', 'removal-undone') order by id desc limit 1")
                .param("group", group).param("person", person).query((row, n) -> entry(row)).optional()
                .filter(last -> last.what().equals("removed")).map(Entry::at);
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getObject("at", java.time.OffsetDateTime.class).toInstant(), row.getString("what"),
                row.getObject("actor_id", Long.class), row.getObject("subject_id", Long.class),
                row.getString("detail"));
    }

    /** Deletes the lines from before then. */
    int purge(Instant before) {
        return db.sql("delete from journal where at < :before").param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** One line a person and hour: whoever keeps trying does not fill the journal. */
    @EventListener
    void on(CommandRefused refused) {
        boolean known = db.sql("select count(*) from chat_group where id = :id").param("id", refused.group())
                .query(Long.class).single() > 0;
        if (known && !refusedLately(refused.group(), refused.person())) {
            note(refused.group(), "refused", refused.person(), null, refused.command());
        }
    }

    private boolean refusedLately(long group, @Nullable Long person) {
        return db.sql("select count(*) from journal where group_id = :group and what = 'refused' and at > :since and "
                + (person == null ? "actor_id is null" : "actor_id = :person")).param("group", group)
                .param("since", clock.instant().minus(REFUSED_ONCE_IN).atOffset(ZoneOffset.UTC))
                .param("person", person).query(Long.class).single() > 0;
    }
}
