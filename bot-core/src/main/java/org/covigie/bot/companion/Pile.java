package org.covigie.bot.companion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.people.Words;
import org.covigie.bot.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What correspondents have forwarded and not tagged yet. What is not tagged within a day is not kept. */
@Service
@Transactional
class Pile {
    /** How long a forwarded message waits for its tag. */
    static final Duration KEPT = Duration.ofHours(24);

    /** More than that nobody tags one by one; the next ones have to be forwarded again. */
    static final int MOST = 20;

    private final JdbcClient db;
    private final Vault vault;
    private final InstantSource clock;

    Pile(JdbcClient db, Vault vault, InstantSource clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * A forwarded message.
     *
     * @param group   the companion group it comes from; null until its correspondent has said which
     * @param message the platform's id of the forwarded message
     */
    record Item(long id, @Nullable Long group, String message, Words words, boolean media, Instant at) {
        /** As a message that a tag answers: nobody knows who wrote it. */
        Quoted quoted() {
            return new Quoted(message, null, words, at, null, media, true, false, false, List.of());
        }
    }

    /** Puts a message on the pile; false when there is no room for it. */
    boolean add(long person, @Nullable Long group, String message, Words words, boolean media) {
        if (waiting(person) >= MOST) {
            return false;
        }
        db.sql("insert into pile (person_id, group_id, message, message_print, words, media, received_at) "
                + "values (:person, :group, :message, :print, :words, :media, :now) on conflict do nothing")
                .param("person", person).param("group", group).param("message", vault.seal(message))
                .param("print", print(message)).param("words", vault.seal(words.text())).param("media", media)
                .param("now", now()).update();
        return true;
    }

    /** Everything this person has not tagged yet, oldest first. */
    @Transactional(readOnly = true)
    public List<Item> of(long person) {
        return items(person, "", Map.of(), "order by id");
    }

    /** The one that has waited longest. */
    Optional<Item> oldest(long person) {
        return items(person, "", Map.of(), "order by id limit 1").stream().findFirst();
    }

    /** The one that came last. */
    Optional<Item> newest(long person) {
        return items(person, "", Map.of(), "order by id desc limit 1").stream().findFirst();
    }

    /** One of this person's. */
    @Transactional(readOnly = true)
    public Optional<Item> find(long person, long id) {
        return items(person, "and id = :id", Map.of("id", id), "").stream().findFirst();
    }

    /** The one the person is asked about now. */
    @Transactional(readOnly = true)
    public Optional<Item> asked(long person) {
        return items(person, "and asked_at is not null", Map.of(), "order by id limit 1").stream().findFirst();
    }

    /** The one that this message of ours asked about. */
    @Transactional(readOnly = true)
    public Optional<Item> askedBy(long person, String question) {
        return items(person, "and question_print = :print", Map.of("print", print(question)), "").stream().findFirst();
    }

    /** How many wait; of those whose group is not known yet, with {@code nowhere}. */
    private int count(long person, boolean nowhere) {
        return db.sql("select count(*) from pile where person_id = :person and received_at > :then"
                + (nowhere ? " and group_id is null" : "")).param("person", person).param("then", kept())
                .query(Integer.class).single();
    }

    /** How many wait. */
    int waiting(long person) {
        return count(person, false);
    }

    /** Whether nobody has said yet which group some of them come from. */
    boolean nowhere(long person) {
        return count(person, true) > 0;
    }

    private List<Item> items(long person, String which, Map<String, ?> values, String order) {
        return db.sql("select id, group_id, message, words, media, received_at from pile "
                + "where person_id = :person and received_at > :then " + which + " " + order).param("person", person)
                .param("then", kept()).params(values).query((row, n) -> item(row)).list();
    }

    /** The person is asked about it now; returns for which time. */
    int asking(long id) {
        db.sql("update pile set asked_at = :now, asked_times = asked_times + 1 where id = :id").param("now", now())
                .param("id", id).update();
        return db.sql("select asked_times from pile where id = :id").param("id", id).query(Integer.class).single();
    }

    /** Questions that were put longer ago count as not put; says whether there was one. */
    boolean forgetQuestions(long person, Duration age) {
        return db.sql("update pile set asked_at = null where person_id = :person and asked_at < :then")
                .param("person", person)
                .param("then", clock.instant().minus(age).atOffset(ZoneOffset.UTC)).update() > 0;
    }

    void question(long id, String message) {
        db.sql("update pile set question_print = :print where id = :id").param("print", print(message))
                .param("id", id).update();
    }

    /** The person has said which group these messages come from; each is asked about in its turn. */
    void belongs(long person, long group) {
        db.sql("update pile set group_id = :group, asked_at = null where person_id = :person and group_id is null")
                .param("group", group).param("person", person).update();
    }

    void drop(long id) {
        db.sql("delete from pile where id = :id").param("id", id).update();
    }

    /** Tagged: it waits no longer. */
    void tagged(long person, String message) {
        db.sql("delete from pile where person_id = :person and message_print = :print").param("person", person)
                .param("print", print(message)).update();
    }

    void forget(long person) {
        db.sql("delete from pile where person_id = :person").param("person", person).update();
    }

    void purge() {
        db.sql("delete from pile where received_at <= :then").param("then", kept()).update();
    }

    private Item item(ResultSet row) throws SQLException {
        return new Item(row.getLong("id"), row.getObject("group_id", Long.class),
                vault.openText(row.getBytes("message")), new Words(vault.openText(row.getBytes("words"))),
                row.getBoolean("media"), row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime kept() {
        return clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private String print(String message) {
        return vault.fingerprint("pile:" + message);
    }
}
