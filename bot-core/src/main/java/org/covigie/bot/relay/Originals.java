package org.covigie.bot.relay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.covigie.bot.people.Address;
import org.covigie.bot.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The messages passed on and their copies, by the platform's ids, so that a reply to a copy is one to the original. */
@Component
@Transactional
class Originals {
    private static final String COLUMNS = "m.id, m.group_id, m.author, m.message, m.media, m.at";

    private final JdbcClient db;
    private final Vault vault;
    private final InstantSource clock;

    Originals(JdbcClient db, Vault vault, InstantSource clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * A message as it arrived.
     *
     * @param author  the house's own number of the person
     * @param message the platform's id
     * @param media   whether a picture, a sound or a document came with it
     */
    record Original(long id, long group, long author, String message, boolean media, Instant at) {}

    /** Writes down that this message is passed on; empty when it was before. */
    Optional<Long> add(long group, long author, Address chat, String message, boolean media, Instant at) {
        String print = print(chat.channel(), message);
        if (db.sql("select count(*) from relay_message where print = :print").param("print", print).query(Long.class)
                .single() > 0) {
            return Optional.empty();
        }
        KeyHolder key = new GeneratedKeyHolder();
        db.sql("insert into relay_message (group_id, author, print, message, media, at) "
                + "values (:group, :author, :print, :message, :media, :at)").param("group", group)
                .param("author", author).param("print", print).param("message", vault.seal(message))
                .param("media", media).param("at", column(at)).update(key, "id");
        return Optional.of(Objects.requireNonNull(key.getKey()).longValue());
    }

    /** A copy has left under this id of the platform's; harmless when repeated. */
    void sent(long original, long person, String channel, String message) {
        if (find(original).isPresent()) {
            db.sql("insert into relay_copy (relay_id, person, print, at) values (:original, :person, :print, :at) "
                    + "on conflict do nothing").param("original", original).param("person", person)
                    .param("print", print(channel, message)).param("at", column(clock.instant())).update();
        }
    }

    Optional<Original> find(long id) {
        return db.sql("select " + COLUMNS + " from relay_message m where m.id = :id").param("id", id)
                .query(this::original).optional();
    }

    /**
     * What somebody means who replies to the message with this id of the platform's: the original itself, or those of which it
     * is a copy, oldest first; several when their copies left as one message.
     */
    @Transactional(readOnly = true)
    public List<Original> behind(String channel, String message) {
        String print = print(channel, message);
        return db.sql("select " + COLUMNS + " from relay_message m where m.print = :print or m.id in "
                + "(select c.relay_id from relay_copy c where c.print = :print) order by m.id").param("print", print)
                .query(this::original).list();
    }

    /** What this person wrote. */
    @Transactional(readOnly = true)
    public List<Original> written(long person) {
        return db.sql("select " + COLUMNS + " from relay_message m where m.author = :person order by m.id")
                .param("person", person).query(this::original).list();
    }

    /** How many messages of this person are known. */
    int by(long person) {
        return db.sql("select count(*) from relay_message where author = :person").param("person", person)
                .query(Integer.class).single();
    }

    /** Deletes what was passed on before then. */
    void purge(Instant before) {
        db.sql("delete from relay_copy where relay_id in (select id from relay_message where at < :before)")
                .param("before", column(before)).update();
        db.sql("delete from relay_message where at < :before").param("before", column(before)).update();
    }

    void forget(long person) {
        db.sql("delete from relay_copy where person = :person or relay_id in "
                + "(select id from relay_message where author = :person)").param("person", person).update();
        db.sql("delete from relay_message where author = :person").param("person", person).update();
    }

    private Original original(ResultSet row, int n) throws SQLException {
        return new Original(row.getLong("id"), row.getLong("group_id"), row.getLong("author"),
                vault.openText(row.getBytes("message")), row.getBoolean("media"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private String print(String channel, String message) {
        return vault.fingerprint("relay:" + channel + ":" + message);
    }

    private static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
