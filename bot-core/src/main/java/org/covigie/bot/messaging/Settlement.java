package org.covigie.bot.messaging;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.covigie.bot.people.Address;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what became of one call, and what follows from it, in one transaction. */
@Component
class Settlement {
    private static final Logger log = LoggerFactory.getLogger(Settlement.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration GIVEN_UP = Duration.ofHours(24);
    private static final Duration ONCE_MORE = Duration.ofMinutes(1);
    private static final int MOST_REPEATS = 5;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final OutboxStore store;
    private final Outbox outbox;
    private final Lanes lanes;
    private final Channels channels;
    private final Sealer sealer;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Settlement(JdbcClient db, PlatformTransactionManager transactions, OutboxStore store, Outbox outbox, Lanes lanes,
            Channels channels, Sealer sealer, ApplicationEventPublisher events, InstantSource clock) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.store = store;
        this.outbox = outbox;
        this.lanes = lanes;
        this.channels = channels;
        this.sealer = sealer;
        this.events = events;
        this.clock = clock;
    }

    void settle(OutboxRow row, Outcome outcome) {
        Metrics.counter("covigie.outbox.calls", "channel", row.channel(), "outcome",
                outcome.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT)).increment();
        try {
            try {
                transaction.executeWithoutResult(status -> apply(row, outcome, true));
            } catch (TransientDataAccessException e) {
                // a listener lost a race: what it reads anew may well fit
                transaction.executeWithoutResult(status -> apply(row, outcome, true));
            }
        } catch (RuntimeException e) {
            // a listener's fault must not turn a known outcome into an unknown one
            log.error("settling outbox row {} failed, once more without its event: {}", row.id(), Fault.of(e));
            transaction.executeWithoutResult(status -> apply(row, outcome, false));
        }
    }

    private void apply(OutboxRow row, Outcome outcome, boolean telling) {
        Instant now = clock.instant();
        boolean ours = switch (outcome) {
            case Outcome.Sent(String message, String reference) -> sent(row, message, reference, telling);
            case Outcome.Later(Duration after, String code) -> later(row, after, code, now);
            case Outcome.Refused(String code) -> refused(row, code);
            case Outcome.Gone(String code) -> gone(row, code, telling);
            case Outcome.Moved(Address to) -> moved(row, to, telling);
            case Outcome.Unknown(String code) -> unknown(row, code, now);
        };
        if (ours && row.paced()) {
            // counted from the call's end, so that the platform never sees two messages closer than that
            Duration apart = channels.on(row.channel())
                    ? channels.of(new Address(row.channel(), "")).capabilities().perChat()
                    : Duration.ZERO;
            db.sql("update lane set text_from = :from where chat = :lane and way = 'OUT'").param("lane", row.lane())
                    .param("from", Times.column(now.plus(apart))).update();
        }
    }

    private boolean sent(OutboxRow row, @Nullable String message, @Nullable String reference, boolean telling) {
        int mine = db
                .sql("update outbox set status = 'SENT', body = null, address = null, code = null, message = :message, "
                        + "final_at = :now where id = :id and status = 'SENDING'")
                .param("id", row.id())
                .param("message", message == null ? null : sealer.sealText(message))
                .param("now", Times.column(clock.instant())).update();
        if (mine == 1 && row.paced() && lanes.take(Way.OUT, Set.of(row.lane())).getOrDefault(row.lane(), false)) {
            store.release(row.lane());
        }
        if (mine == 1 && telling && row.once() != null) {
            events.publishEvent(new Posted(row.once(), message, reference));
        }
        return mine == 1;
    }

    private boolean later(OutboxRow row, @Nullable Duration after, String code, Instant now) {
        if (row.since().plus(GIVEN_UP).isBefore(now)) {
            return settled(row, "FAILED", code);
        }
        Instant then = now.plus(after == null ? Times.backOff(row.attempts(), LONGEST_WAIT) : after);
        db.sql("update lane set later_until = :then where chat = :lane and way = 'OUT'").param("lane", row.lane())
                .param("then", Times.column(then)).update();
        return pending(row, code, null, false);
    }

    private boolean refused(OutboxRow row, String code) {
        boolean mine = settled(row, "FAILED", code);
        Post otherwise = sealer.open(row.body(), Letter.class).otherwise();
        if (mine && otherwise != null) {
            outbox.post(otherwise);
        }
        return mine;
    }

    private boolean gone(OutboxRow row, String code, boolean telling) {
        Address chat = row.to(sealer);
        lanes.take(Way.OUT, Set.of(row.lane()));
        boolean mine = row.awaits() ? pending(row, code, null, true) : settled(row, "FAILED", code);
        if (mine) {
            db.sql("update lane set closed = true where chat = :lane and way = 'OUT'").param("lane", row.lane())
                    .update();
            db.sql("update outbox set waiting = true where lane = :lane and final_at is null and awaits "
                    + "and status = 'PENDING'").param("lane", row.lane()).update();
            if (channels.of(chat).group(chat)) {
                store.cancel(row.lane());
            }
            Post otherwise = sealer.open(row.body(), Letter.class).otherwise();
            if (otherwise != null) {
                outbox.post(otherwise);
            }
            if (telling) {
                events.publishEvent(new ChatGone(chat, code));
            }
        }
        return mine;
    }

    private boolean moved(OutboxRow row, Address to, boolean telling) {
        Address from = row.to(sealer);
        if (to.equals(from) || row.attempts() > MOST_REPEATS) {
            return settled(row, "FAILED", "moved");
        }
        boolean mine = pending(row, "moved", null, false);
        if (mine) {
            store.moved(from, to);
            if (telling) {
                events.publishEvent(new ChatRelocated(from, to));
            }
        }
        return false;
    }

    private boolean unknown(OutboxRow row, String code, Instant now) {
        if (Letter.repeatable(sealer.open(row.body(), Letter.class).outgoing()) && row.attempts() < MOST_REPEATS) {
            return pending(row, code, now.plus(Times.backOff(row.attempts(), LONGEST_WAIT)), false);
        }
        if (row.must() && !row.again()) {
            return pending(row, code, now.plus(ONCE_MORE), false)
                    && db.sql("update outbox set again = true where id = :id").param("id", row.id()).update() == 1;
        }
        return settled(row, "UNKNOWN", code);
    }

    /** Final: the words go at once. */
    private boolean settled(OutboxRow row, String status, String code) {
        return db.sql("update outbox set status = :status, code = :code, body = null, address = null, final_at = :now "
                + "where id = :id and status = 'SENDING'").param("status", status).param("code", short100(code))
                .param("now", Times.column(clock.instant())).param("id", row.id()).update() == 1;
    }

    private boolean pending(OutboxRow row, String code, @Nullable Instant notBefore, boolean waiting) {
        return db.sql("update outbox set status = 'PENDING', code = :code, not_before = :then, waiting = :waiting "
                + "where id = :id and status = 'SENDING'").param("code", short100(code))
                .param("then", Times.columnOrNull(notBefore)).param("waiting", waiting).param("id", row.id())
                .update() == 1;
    }

    private static String short100(String code) {
        String plain = Fault.plain(code);
        return plain.length() > 100 ? plain.substring(0, 100) : plain;
    }
}
