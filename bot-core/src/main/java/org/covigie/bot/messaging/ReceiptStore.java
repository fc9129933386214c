package org.covigie.bot.messaging;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the platform told of its messages, and its effect on the outbox; in the caller's transaction. A message's row here is
 * taken both by who settles the call and by who brings a receipt, so that neither can miss the other.
 */
@Component
class ReceiptStore {
    private final JdbcClient db;
    private final Changes changes;
    private final LateFailure failure;
    private final InstantSource clock;

    ReceiptStore(JdbcClient db, Changes changes, LateFailure failure, InstantSource clock) {
        this.db = db;
        this.changes = changes;
        this.failure = failure;
        this.clock = clock;
    }

    private record Told(Receipt.@Nullable State state, @Nullable String code) {}

    /** A receipt came; perhaps before the call came back, perhaps for the second time. */
    void arrived(String channel, Receipt receipt, boolean telling) {
        String print = changes.print(channel, receipt.message());
        Told told = told(print);
        if (told.state() != null && told.state().compareTo(receipt.state()) >= 0) {
            return;
        }
        String code = receipt.code() == null ? null : Changes.plain(receipt.code());
        db.sql("update receipt set state = :state, code = :code, at = :now where message_print = :print")
                .param("state", receipt.state().name()).param("code", code)
                .param("now", Times.column(clock.instant())).param("print", print).update();
        apply(channel, print, new Told(receipt.state(), code), telling);
    }

    /** A call has come back with this message; what was told of it before takes effect now. */
    void sent(String channel, String message, boolean telling) {
        String print = changes.print(channel, message);
        apply(channel, print, told(print), telling);
    }

    private Told told(String print) {
        db.sql("insert into receipt (message_print, at) values (:print, :now) on conflict do nothing")
                .param("print", print).param("now", Times.column(clock.instant())).update();
        return db.sql("select state, code from receipt where message_print = :print for update").param("print", print)
                .query((row, n) -> {
                    String state = row.getString("state");
                    return new Told(state == null ? null : Receipt.State.valueOf(state), row.getString("code"));
                }).single();
    }

    private void apply(String channel, String print, Told told, boolean telling) {
        Receipt.State state = told.state();
        if (state == null) {
            return;
        }
        switch (state) {
            case SENT -> {
                // the platform has passed it on; the words are kept until it has arrived
            }
            case DELIVERED -> arrived(print, "DELIVERED", "'SENT', 'FAILED'");
            case READ -> arrived(print, "READ", "'SENT', 'FAILED', 'DELIVERED'");
            case FAILED -> failure.happened(channel, print, told.code() == null ? "failed" : told.code(), telling);
        }
    }

    private void arrived(String print, String status, String from) {
        db.sql("update outbox set status = :status, code = null, body = null, address = null, "
                + "final_at = coalesce(final_at, :now) where message_print = :print and status in (" + from + ")")
                .param("status", status).param("now", Times.column(clock.instant())).param("print", print).update();
    }

    void purge(Instant before) {
        db.sql("delete from receipt where at < :before").param("before", Times.column(before)).update();
    }
}
