package org.covigie.bot.mail;

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
import org.covigie.bot.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The subscriptions as they lie in the database; addresses are sealed there. */
@Component
class MailStore {
    static final String PERSON = "PERSON";
    static final String LIST = "LIST";
    private static final String SELECT = "select id, person_id, name, address, language, status, since "
            + "from mail_subscription ";

    private final JdbcClient db;
    private final Vault vault;

    MailStore(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /** Adds one; false when this seat is taken. */
    boolean add(Subscription one, String seat) {
        return db.sql("insert into mail_subscription (id, person_id, name, address, address_print, seat, language, "
                + "status, since) values (:id, :person, :name, :address, :print, :seat, :language, :status, :since) "
                + "on conflict do nothing").param("id", one.id()).param("person", one.person())
                .param("name", one.name()).param("address", vault.seal(one.address().text()))
                .param("print", print(one.address())).param("seat", seat)
                .param("language", one.language().getLanguage()).param("status", one.status().name())
                .param("since", at(one.since())).update() == 1;
    }

    Optional<Subscription> find(UUID id) {
        return db.sql(SELECT + "where id = :id").param("id", id).query((row, n) -> read(row)).optional();
    }

    /** Taken, so that two who confirm the same link or address come one after the other. */
    Optional<Subscription> byToken(String tokenPrint) {
        return db.sql(SELECT + "where token_print = :print for update").param("print", tokenPrint)
                .query((row, n) -> read(row)).optional();
    }

    Optional<Subscription> listed(MailAddress address) {
        return db.sql(SELECT + "where address_print = :print and seat = :list").param("print", print(address))
                .param("list", LIST).query((row, n) -> read(row)).optional();
    }

    /** What this person has asked for or has, the confirmed one first. */
    List<Subscription> of(long person) {
        return db.sql(SELECT + "where person_id = :person order by status").param("person", person)
                .query((row, n) -> read(row)).list();
    }

    List<Subscription> list(int page, int size) {
        return db.sql(SELECT + "where seat = :list order by since, id limit :size offset :first").param("list", LIST)
                .param("size", size).param("first", (long) page * size).query((row, n) -> read(row)).list();
    }

    long listed() {
        return db.sql("select count(*) from mail_subscription where seat = :list").param("list", LIST)
                .query(Long.class).single();
    }

    void describe(UUID id, String name, Locale language) {
        db.sql("update mail_subscription set name = :name, language = :language where id = :id").param("name", name)
                .param("language", language.getLanguage()).param("id", id).update();
    }

    /** The link that confirms is from now on the one with this token. */
    void token(UUID id, String tokenPrint, Instant now) {
        db.sql("update mail_subscription set token_print = :print, since = :now where id = :id")
                .param("print", tokenPrint).param("now", at(now)).param("id", id).update();
    }

    /** Whoever confirms an address has it, and has no other. */
    void confirm(Subscription one, Instant now) {
        db.sql("delete from mail_subscription where id <> :id and (person_id = :person "
                + "or address_print = :print and seat = 'PERSON')").param("id", one.id())
                .param("person", one.person()).param("print", print(one.address())).update();
        db.sql("update mail_subscription set status = 'ACTIVE', seat = 'PERSON', since = :now where id = :id")
                .param("now", at(now)).param("id", one.id()).update();
    }

    /** A person's is gone; a listed one stays for the operator to see, and what waited for it is gone. */
    void end(Subscription one, Subscription.Status how, Instant now) {
        if (one.person() != null) {
            delete(one.id());
            return;
        }
        db.sql("delete from mail_out where subscription_id = :id and status = 'PENDING'").param("id", one.id())
                .update();
        db.sql("update mail_subscription set status = :status, since = :now where id = :id")
                .param("status", how.name()).param("now", at(now)).param("id", one.id()).update();
    }

    /** All that lead to the same mailbox, and get something there. */
    List<Subscription> sameAddress(MailAddress address) {
        return db.sql(SELECT + "where address_print = :print and status = 'ACTIVE'").param("print", print(address))
                .query((row, n) -> read(row)).list();
    }

    boolean delete(UUID id) {
        return db.sql("delete from mail_subscription where id = :id").param("id", id).update() == 1;
    }

    int forget(long person) {
        return db.sql("delete from mail_subscription where person_id = :person").param("person", person).update();
    }

    /** What was asked for and not confirmed in time. */
    void forgetUnconfirmed(Instant before) {
        db.sql("delete from mail_subscription where status = 'ASKED' and since < :before and not exists "
                + "(select 1 from mail_out o where o.subscription_id = mail_subscription.id and o.status = 'PENDING')")
                .param("before", at(before)).update();
    }

    String print(MailAddress address) {
        return vault.fingerprint("mail " + address.folded());
    }

    private Subscription read(ResultSet row) throws SQLException {
        return new Subscription(row.getObject("id", UUID.class), row.getObject("person_id", Long.class),
                row.getString("name"), new MailAddress(vault.openText(row.getBytes("address"))),
                Locale.of(row.getString("language")), Subscription.Status.valueOf(row.getString("status")),
                Objects.requireNonNull(row.getObject("since", OffsetDateTime.class)).toInstant());
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
