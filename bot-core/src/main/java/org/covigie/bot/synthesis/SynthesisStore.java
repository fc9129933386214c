package org.covigie.bot.synthesis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.covigie.bot.messaging.Deliveries;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of this room. */
@Component
class SynthesisStore {
    private static final String SELECT = """
            select s.id, s.external_id, s.title, s.summary, s.url, s.language, s.received_at, s.withdrawn_at,
            (select count(*) from synthesis_group g where g.synthesis_id = s.id and g.status in ('MEANT', 'PENDING')) as pending,
            (select count(*) from synthesis_group g where g.synthesis_id = s.id and g.status = 'SENT') as sent,
            (select count(*) from synthesis_group g where g.synthesis_id = s.id and g.status in ('FAILED', 'UNKNOWN')) as failed
            from synthesis s
            """;

    private static final String OPEN = "select id, title, summary, url, language, urgent, at_once, selected, last_group, "
            + "revision, withdrawn_at from synthesis ";

    private final JdbcClient db;

    SynthesisStore(JdbcClient db) {
        this.db = db;
    }

    /** One as it is announced: {@code to} is the last group seen to, {@code revision} how often it was put right. */
    record Open(UUID id, String title, @Nullable String summary, String url, Locale language, boolean urgent,
            boolean atOnce, boolean selected, long to, int revision, boolean withdrawn) {
        static Open of(ResultSet row, int number) throws SQLException {
            return new Open(row.getObject("id", UUID.class), row.getString("title"), row.getString("summary"),
                    row.getString("url"), Locale.of(row.getString("language")), row.getBoolean("urgent"),
                    row.getBoolean("at_once"), row.getBoolean("selected"), row.getLong("last_group"),
                    row.getInt("revision"), row.getObject("withdrawn_at") != null);
        }
    }

    boolean add(UUID id, News news, Instant now) {
        return db.sql("insert into synthesis (id, external_id, title, summary, url, language, urgent, at_once, "
                + "selected, received_at, last_group) values (:id, :external, :title, :summary, :url, :language, "
                + ":urgent, :at_once, :selected, :now, 0) on conflict do nothing").param("id", id)
                .param("external", news.externalId())
                .param("title", news.title()).param("summary", news.summary()).param("url", news.url())
                .param("language", news.language().getLanguage()).param("urgent", news.urgent())
                .param("at_once", news.atOnce())
                .param("selected", news.groups() != null).param("now", at(now)).update() == 1;
    }

    void meant(UUID id, List<Long> groups) {
        for (Long group : groups) {
            db.sql("insert into synthesis_group (synthesis_id, group_id, status) "
                    + "select :id, g.id, 'MEANT' from chat_group g where g.id = :group and not exists "
                    + "(select 1 from synthesis_group x where x.synthesis_id = :id and x.group_id = :group)")
                    .param("id", id).param("group", group).update();
        }
    }

    void names(UUID id, List<UUID> signals) {
        for (UUID signal : signals) {
            db.sql("insert into synthesis_signal (synthesis_id, signal_id) select :id, s.id from signal s "
                    + "where s.id = :signal and not exists (select 1 from synthesis_signal x "
                    + "where x.synthesis_id = :id and x.signal_id = :signal)").param("id", id)
                    .param("signal", signal).update();
        }
    }

    Optional<Synthesis> find(UUID id) {
        return db.sql(SELECT + "where s.id = :id").param("id", id).query((row, n) -> synthesis(row)).optional();
    }

    Optional<Synthesis> byExternalId(String external) {
        return db.sql(SELECT + "where s.external_id = :external").param("external", external)
                .query((row, n) -> synthesis(row)).optional();
    }

    List<Synthesis> page(int page, int size) {
        return db.sql(SELECT + "order by s.received_at desc, s.id limit :size offset :first").param("size", size)
                .param("first", (long) page * size).query((row, n) -> synthesis(row)).list();
    }

    long count() {
        return db.sql("select count(*) from synthesis").query(Long.class).single();
    }

    List<Syntheses.Reached> reached(UUID id, int page, int size) {
        return db.sql("select group_id, status, settled_at from synthesis_group where synthesis_id = :id "
                + "order by group_id limit :size offset :first").param("id", id).param("size", size)
                .param("first", (long) page * size).query((row, n) -> {
                    OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
                    String status = row.getString("status");
                    return new Syntheses.Reached(row.getLong("group_id"), status.equals("MEANT") ? "PENDING" : status,
                            settled == null ? null : settled.toInstant());
                }).list();
    }

    /** The oldest that is still being announced, locked: two instances never announce the same slice. */
    Optional<Open> open() {
        return db.sql(OPEN
                + "where announced_at is null and not title_wanted order by urgent desc, received_at, id limit 1 for update")
                .query(Open::of).optional();
    }

    /** As it is now. */
    Open opened(UUID id) {
        return db.sql(OPEN + "where id = :id").param("id", id).query(Open::of).single();
    }

    /** The next groups it is for: those that collect, are open, and have not switched announcements off. */
    List<Long> next(Open open, int most) {
        String selected = open.selected()
                ? "and exists (select 1 from synthesis_group m where m.synthesis_id = :id and m.group_id = g.id) "
                : "";
        return db.sql("select g.id from chat_group g where g.id > :to and g.purpose = 'COLLECT' and g.gone_at is null "
                + "and not g.locked and not exists (select 1 from synthesis_silent q where q.group_id = g.id) "
                + selected
                + "order by g.id limit :most").param("id", open.id()).param("to", open.to())
                .param("most", most).query((row, n) -> row.getLong("id")).list();
    }

    void pending(Open open, List<Long> groups) {
        if (groups.isEmpty()) {
            return;
        }
        db.sql("update synthesis_group set status = 'PENDING', posted = :revision, shown = :revision "
                + "where synthesis_id = :id and group_id in (:groups)").param("revision", open.revision())
                .param("id", open.id()).param("groups", groups).update();
        db.sql("insert into synthesis_group (synthesis_id, group_id, status, posted, shown) "
                + "select :id, g.id, 'PENDING', :revision, :revision from chat_group g where g.id in (:groups) "
                + "and not exists (select 1 from synthesis_group x where x.synthesis_id = :id and x.group_id = g.id)")
                .param("id", open.id()).param("revision", open.revision()).param("groups", groups).update();
    }

    void announcedTo(UUID id, long group) {
        db.sql("update synthesis set last_group = :group where id = :id").param("group", group).param("id", id)
                .update();
    }

    void announced(UUID id, Instant now) {
        db.sql("update synthesis set announced_at = :now where id = :id").param("now", at(now)).param("id", id)
                .update();
        // named, but they do not collect, are gone, or want no announcements
        db.sql("update synthesis_group set status = 'FAILED', settled_at = :now where synthesis_id = :id "
                + "and status = 'MEANT'").param("now", at(now)).param("id", id).update();
    }

    /** It is announced once its page has been asked for its title. */
    void wantsTitle(UUID id) {
        db.sql("update synthesis set title_wanted = true where id = :id").param("id", id).update();
    }

    /** The oldest that waits for its title. */
    Optional<Open> untitled() {
        return db.sql(OPEN + "where title_wanted and withdrawn_at is null order by received_at, id limit 1")
                .query(Open::of).optional();
    }

    /** What was put right meanwhile keeps its title. False when it waits no longer, or was taken back. */
    boolean titled(UUID id, String title) {
        return db.sql("update synthesis set title = case when revision = 0 then :title else title end, "
                + "title_wanted = false where id = :id and title_wanted and withdrawn_at is null")
                .param("title", title).param("id", id).update() == 1;
    }

    /** It is there, may be, or will not be; what is settled stays so. */
    void settle(UUID id, long group, Deliveries.Fate fate, Instant now) {
        db.sql("update synthesis_group set status = :status, settled_at = :now where synthesis_id = :id "
                + "and group_id = :group and status = 'PENDING'").param("status", switch (fate) {
                    case ARRIVED -> "SENT";
                    case UNKNOWN -> "UNKNOWN";
                    case NEVER -> "FAILED";
                })
                .param("now", at(now)).param("id", id).param("group", group).update();
    }

    /** Announcements of which nothing was heard yet; {@code posted} is the revision that was announced. */
    record Waiting(UUID id, long group, int posted) {}

    /** The next of them after this one, in a fixed order; from the beginning after null. */
    List<Waiting> waiting(@Nullable Waiting after, int most) {
        String further = after == null
                ? ""
                : "and (synthesis_id > :id or synthesis_id = :id and group_id > :group) ";
        JdbcClient.StatementSpec query = db.sql("select synthesis_id, group_id, posted from synthesis_group "
                + "where status = 'PENDING' " + further + "order by synthesis_id, group_id limit :most")
                .param("most", most);
        if (after != null) {
            query = query.param("id", after.id()).param("group", after.group());
        }
        return query.query((row, n) -> new Waiting(row.getObject("synthesis_id", UUID.class), row.getLong("group_id"),
                row.getInt("posted")))
                .list();
    }

    /** The signals it speaks of. */
    List<UUID> named(UUID id) {
        return db.sql("select signal_id from synthesis_signal where synthesis_id = :id order by signal_id")
                .param("id", id).query((row, n) -> row.getObject("signal_id", UUID.class)).list();
    }

    /** Signals whose messages have not been answered yet. */
    List<UUID> untold(UUID id, int most) {
        return db.sql("select signal_id from synthesis_signal where synthesis_id = :id and told_at is null "
                + "order by signal_id limit :most").param("id", id).param("most", most)
                .query((row, n) -> row.getObject("signal_id", UUID.class)).list();
    }

    void told(UUID id, UUID signal, Instant now) {
        db.sql("update synthesis_signal set told_at = :now where synthesis_id = :id and signal_id = :signal")
                .param("now", at(now)).param("id", id).param("signal", signal).update();
    }

    boolean silent(long group) {
        return db.sql("select count(*) from synthesis_silent where group_id = :group").param("group", group)
                .query(Long.class).single() > 0;
    }

    void silent(long group, boolean silent) {
        db.sql(silent
                ? "insert into synthesis_silent (group_id) values (:group) on conflict do nothing"
                : "delete from synthesis_silent where group_id = :group").param("group", group).update();
    }

    private static Synthesis synthesis(ResultSet row) throws SQLException {
        OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Synthesis(row.getObject("id", UUID.class), row.getString("external_id"), row.getString("title"),
                row.getString("summary"), row.getString("url"), Locale.of(row.getString("language")),
                Objects.requireNonNull(row.getObject("received_at", OffsetDateTime.class)).toInstant(),
                withdrawn == null ? null : withdrawn.toInstant(),
                new Synthesis.Deliveries(row.getLong("pending"), row.getLong("sent"), row.getLong("failed")));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
