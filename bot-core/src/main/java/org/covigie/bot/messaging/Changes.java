package org.covigie.bot.messaging;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The ways a row of the outbox leaves the status in which it was read. Each says whether it was still there: an instance that
 * was taken for dead changes nothing any more. In the caller's transaction.
 */
@Component
class Changes {
    private static final int LONGEST_CODE = 100;

    private final JdbcClient db;
    private final Sealer sealer;
    private final ChoiceStore choices;
    private final InstantSource clock;

    Changes(JdbcClient db, Sealer sealer, ChoiceStore choices, InstantSource clock) {
        this.db = db;
        this.sealer = sealer;
        this.choices = choices;
        this.clock = clock;
    }

    /** The platform has it; its words go now, or once a receipt has come. */
    boolean sent(OutboxRow row, @Nullable String message, boolean receipted) {
        boolean mine = db.sql("update outbox set status = 'SENT', code = null, waiting = false, message = :message, "
                + "message_print = :print" + (receipted ? "" : ", body = null, address = null, final_at = :now")
                + " where id = :id and status = :from").param("id", row.id()).param("from", row.status().name())
                .param("message", message == null ? null : sealer.sealText(message))
                .param("print", message == null || !receipted ? null : print(row.channel(), message))
                .param("now", Times.column(clock.instant())).update() == 1;
        if (mine) {
            choices.left(row, message);
        }
        return mine;
    }

    /** Final: the words go at once. */
    boolean settled(OutboxRow row, String status, String code) {
        return db.sql("update outbox set status = :status, code = :code, body = null, address = null, final_at = :now "
                + "where id = :id and status = :from").param("status", status).param("code", plain(code))
                .param("from", row.status().name()).param("now", Times.column(clock.instant()))
                .param("id", row.id()).update() == 1;
    }

    /** It is to be sent (again), by itself or in other company. */
    boolean pending(OutboxRow row, String code, @Nullable Instant notBefore, boolean waiting) {
        return db.sql("update outbox set status = 'PENDING', code = :code, not_before = :then, waiting = :waiting, "
                + "joined = null where id = :id and status = :from").param("code", plain(code))
                .param("then", Times.columnOrNull(notBefore)).param("waiting", waiting).param("id", row.id())
                .param("from", row.status().name()).update() == 1;
    }

    /** It may have been sent; the platform is asked at that time. Who was joined stays so. */
    boolean unsure(OutboxRow row, String code, Instant then) {
        return db.sql("update outbox set status = 'UNKNOWN', code = :code, not_before = :then, checks = 0, "
                + "missed = false where id = :id and status = :from").param("code", plain(code))
                .param("then", Times.column(then)).param("id", row.id()).param("from", row.status().name())
                .update() == 1;
    }

    /** The chat cannot be reached (any more): what may wait for it does. */
    void close(String lane) {
        db.sql("update lane set closed = true where chat = :lane and way = 'OUT'").param("lane", lane).update();
        db.sql("update outbox set waiting = true where lane = :lane and final_at is null and awaits "
                + "and status = 'PENDING'").param("lane", lane).update();
    }

    /** A row in the place of this one, which was not delivered, with the same words and the same key. */
    void insteadOf(OutboxRow row, @Nullable Instant notBefore, boolean waiting) {
        db.sql("update outbox set once_key = null where id = :id").param("id", row.id()).update();
        db.sql("insert into outbox (lane, channel, kind, once_key, copy_of, paced, must, awaits, waiting, chatter, despite, "
                + "repeats, not_before, address, body, created_at, since) values (:lane, :channel, :kind, :once, :copied, "
                + ":paced, :must, :awaits, :waiting, :chatter, :despite, :repeats, :then, :address, :body, :created, "
                + ":now)").param("lane", row.lane()).param("channel", row.channel()).param("kind", row.kind())
                .param("once", row.once()).param("copied", Post.copied(row.once())).param("paced", row.paced())
                .param("must", row.must())
                .param("awaits", row.awaits()).param("waiting", waiting).param("chatter", row.chatter())
                .param("despite", row.despite()).param("repeats", row.repeats() + 1)
                .param("then", Times.columnOrNull(notBefore)).param("address", row.address())
                .param("body", row.body()).param("created", Times.column(row.createdAt()))
                .param("now", Times.column(clock.instant())).update();
    }

    /** How a message is found by its id. */
    String print(String channel, String message) {
        return sealer.print(channel, message);
    }

    static String plain(String code) {
        String plain = Fault.plain(code);
        return plain.length() > LONGEST_CODE ? plain.substring(0, LONGEST_CODE) : plain;
    }
}
