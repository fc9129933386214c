package org.covigie.bot.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is to be mailed, one row a letter: its state is written down before and after each try, so that none goes out twice. */
@Component
class OutStore {
    /** Confirmations are waited for, alerts are urgent. */
    private static final int FIRST = 0;

    private final JdbcClient db;

    OutStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A letter that has been taken to be sent.
     *
     * @param synthesis null when it asks for confirmation
     * @param revision  0: the synthesis itself; else it was put right or taken back since it was mailed
     * @param attempts  how often it was tried before
     */
    record Due(UUID id, UUID subscription, @Nullable UUID synthesis, int revision, boolean urgent, int attempts,
            Instant created) {}

    void askToConfirm(UUID subscription, Instant now) {
        db.sql("insert into mail_out (id, subscription_id, urgency, status, attempts, due_at, created_at, touched_at) "
                + "values (:id, :subscription, :urgency, 'PENDING', 0, :now, :now, :now)")
                .param("id", UUID.randomUUID()).param("subscription", subscription).param("urgency", FIRST)
                .param("now", MailStore.at(now)).update();
    }

    /**
     * The synthesis is to go to everybody it is for: all, or, when it is for some groups only, their members. An address that
     * is listed as well as somebody's own gets the latter's.
     */
    void announce(UUID synthesis, Instant now) {
        db.sql("""
                insert into mail_out (id, subscription_id, synthesis_id, urgency, status, attempts, due_at, created_at,
                touched_at)
                select gen_random_uuid(), m.id, s.id, case when s.urgent then 1 else 2 end, 'PENDING', 0, :now, :now, :now
                from mail_subscription m, synthesis s
                where s.id = :synthesis and m.status = 'ACTIVE'
                and (not s.selected or exists (select 1 from member p, synthesis_group g where g.synthesis_id = s.id
                and p.group_id = g.group_id and p.person_id = m.person_id and p.left_at is null))
                and not (m.seat = 'LIST' and exists (select 1 from mail_subscription o
                where o.address_print = m.address_print and o.seat = 'PERSON'))
                and not exists (select 1 from mail_out x where x.synthesis_id = s.id and x.subscription_id = m.id)
                """)
                .param("synthesis", synthesis).param("now", MailStore.at(now)).update();
    }

    /**
     * Whoever was mailed it, or may have been, is to hear then that it is otherwise now. What waited to say so before need not be
     * said any more.
     */
    void changed(UUID synthesis, Instant due, Instant now) {
        db.sql("delete from mail_out where synthesis_id = :synthesis and revision > 0 and status = 'PENDING'")
                .param("synthesis", synthesis).update();
        db.sql("""
                insert into mail_out (id, subscription_id, synthesis_id, revision, urgency, status, attempts, due_at,
                created_at, touched_at)
                select gen_random_uuid(), m.id, s.id, s.revision, case when s.urgent then 1 else 2 end, 'PENDING', 0,
                :due, :now, :now
                from mail_subscription m, synthesis s
                where s.id = :synthesis and m.status = 'ACTIVE' and s.revision > 0
                and exists (select 1 from mail_out x where x.synthesis_id = s.id and x.subscription_id = m.id
                and x.status in ('SENDING', 'SENT', 'UNKNOWN'))
                and not exists (select 1 from mail_out x where x.synthesis_id = s.id and x.subscription_id = m.id
                and x.revision = s.revision)
                """)
                .param("synthesis", synthesis).param("due", MailStore.at(due)).param("now", MailStore.at(now)).update();
    }

    boolean anyDue(Instant now) {
        return db.sql("select count(*) from (select 1 as one from mail_out where status = 'PENDING' and due_at <= :now "
                + "limit 1) as due").param("now", MailStore.at(now)).query(Long.class).single() > 0;
    }

    /** Takes the next letter; nobody else gets it. */
    Optional<Due> take(Instant now) {
        Optional<Due> next = db
                .sql("select id, subscription_id, synthesis_id, revision, urgency, attempts, created_at from mail_out "
                        + "where status = 'PENDING' and due_at <= :now order by urgency, due_at, id limit 1 for update")
                .param("now", MailStore.at(now))
                .query((row, n) -> new Due(row.getObject("id", UUID.class),
                        row.getObject("subscription_id", UUID.class), row.getObject("synthesis_id", UUID.class),
                        row.getInt("revision"), row.getInt("urgency") == 1, row.getInt("attempts"),
                        Objects.requireNonNull(row.getObject("created_at", OffsetDateTime.class)).toInstant()))
                .optional();
        next.ifPresent(due -> touch(due.id(), "SENDING", now));
        return next;
    }

    void settle(UUID id, String status, Instant now) {
        touch(id, status, now);
    }

    /** It waits again. */
    void later(UUID id, int attempts, Instant due, Instant now) {
        touch(id, "PENDING", now);
        db.sql("update mail_out set attempts = :attempts, due_at = :due where id = :id").param("attempts", attempts)
                .param("due", MailStore.at(due)).param("id", id).update();
    }

    /** What somebody was sending who is no longer there may have arrived. */
    int leftBehind(Instant before, Instant now) {
        return db.sql("update mail_out set status = 'UNKNOWN', touched_at = :now where status = 'SENDING' "
                + "and touched_at < :before").param("now", MailStore.at(now)).param("before", MailStore.at(before))
                .update();
    }

    void purge(Instant now, Duration kept) {
        db.sql("delete from mail_out where status in ('SENT', 'FAILED', 'UNKNOWN') and touched_at < :before")
                .param("before", MailStore.at(now.minus(kept))).update();
    }

    private void touch(UUID id, String status, Instant now) {
        db.sql("update mail_out set status = :status, touched_at = :now where id = :id").param("status", status)
                .param("now", MailStore.at(now)).param("id", id).update();
    }
}
