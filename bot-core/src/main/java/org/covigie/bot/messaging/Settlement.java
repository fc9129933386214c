package org.covigie.bot.messaging;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Predicate;
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

    private static final int MOST_TRIES = 5;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final OutboxStore store;
    private final Outbox outbox;
    private final Lanes lanes;
    private final Pace pace;
    private final Changes changes;
    private final ReceiptStore receipts;
    private final Channels channels;
    private final Sealer sealer;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Settlement(JdbcClient db, PlatformTransactionManager transactions, OutboxStore store, Outbox outbox, Lanes lanes,
            Pace pace, Changes changes, ReceiptStore receipts, Channels channels, Sealer sealer,
            ApplicationEventPublisher events, InstantSource clock) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.store = store;
        this.outbox = outbox;
        this.lanes = lanes;
        this.pace = pace;
        this.changes = changes;
        this.receipts = receipts;
        this.channels = channels;
        this.sealer = sealer;
        this.events = events;
        this.clock = clock;
    }

    /** What became of a call that was just made. */
    void settle(Parcel parcel, Outcome outcome) {
        Metrics.counter("covigie.outbox.calls", "channel", parcel.channel(), "outcome",
                outcome.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT)).increment();
        conclude(parcel, outcome);
    }

    /** What became of a call made a moment or some time ago. */
    void conclude(Parcel parcel, Outcome outcome) {
        try {
            for (int tries = 1;; tries++) {
                try {
                    transaction.executeWithoutResult(status -> apply(parcel, outcome, true));
                    return;
                } catch (TransientDataAccessException e) {
                    // a listener lost a race: what it reads anew may well fit
                    if (tries == MOST_TRIES) {
                        throw e;
                    }
                }
            }
        } catch (RuntimeException e) {
            // a listener's fault must not turn a known outcome into an unknown one
            log.error("settling outbox row {} failed, once more without its event: {}", parcel.head().id(),
                    Fault.of(e));
            transaction.executeWithoutResult(status -> apply(parcel, outcome, false));
        }
    }

    /** Nobody can tell any more whether it was sent. */
    void lost(Parcel parcel) {
        transaction.executeWithoutResult(
                status -> parcel.rows().forEach(row -> changes.settled(row, "UNKNOWN", "unknown")));
    }

    private void apply(Parcel parcel, Outcome outcome, boolean telling) {
        Instant now = clock.instant();
        boolean ours = switch (outcome) {
            case Outcome.Sent(String message, String reference) -> sent(parcel, message, reference, telling);
            case Outcome.Later(Duration after, String code) -> each(parcel, row -> later(row, after, code, now));
            case Outcome.Refused(String code) ->
                each(parcel, row -> refused(row, code, telling && row.equals(parcel.head())));
            case Outcome.Gone(String code) ->
                each(parcel, row -> gone(row, code, telling && row.equals(parcel.head())));
            case Outcome.Moved(Address to) -> each(parcel, row -> moved(row, to, telling));
            case Outcome.Unknown(String code) -> each(parcel, row -> unknown(row, code, now));
        };
        boolean called = parcel.head().status() == Deliveries.Status.SENDING;
        if (ours && called && parcel.head().paced() && channels.on(parcel.channel())) {
            pace.count(parcel.lane(), channels.named(parcel.channel()).capabilities(), now);
        }
    }

    private static boolean each(Parcel parcel, Predicate<OutboxRow> settles) {
        boolean ours = false;
        for (OutboxRow row : parcel.rows()) {
            ours |= settles.test(row);
        }
        return ours;
    }

    private boolean sent(Parcel parcel, @Nullable String message, @Nullable String reference, boolean telling) {
        // where a receipt will come, the words are kept until then: the platform may not have been able to deliver them
        String awaited = parcel.head().paced() && receipted(parcel) ? message : null;
        boolean ours = each(parcel, row -> changes.sent(row, message, awaited != null));
        if (!ours) {
            return false;
        }
        if (telling) {
            parcel.rows().stream().map(OutboxRow::once).filter(java.util.Objects::nonNull)
                    .forEach(once -> events.publishEvent(new Posted(once, message, reference)));
        }
        if (awaited != null) {
            receipts.sent(parcel.channel(), awaited, telling);
        } else if (parcel.head().paced()
                && Lanes.Standing.of(parcel.lane(), lanes.take(Way.OUT, Set.of(parcel.lane()))).closed()) {
            store.reopen(parcel.lane());
        }
        return true;
    }

    private boolean receipted(Parcel parcel) {
        return channels.on(parcel.channel()) && channels.named(parcel.channel()).capabilities().receipts();
    }

    private boolean later(OutboxRow row, @Nullable Duration after, String code, Instant now) {
        if (row.since().plus(GIVEN_UP).isBefore(now)) {
            return changes.settled(row, "FAILED", code);
        }
        Instant then = now.plus(after == null ? Times.backOff(row.attempts(), LONGEST_WAIT) : after);
        db.sql("update lane set later_until = :then where chat = :lane and way = 'OUT'").param("lane", row.lane())
                .param("then", Times.column(then)).update();
        return changes.pending(row, code, null, false);
    }

    private boolean refused(OutboxRow row, String code, boolean telling) {
        Address chat = row.to(sealer);
        boolean mine = changes.settled(row, "FAILED", code);
        if (mine && telling && channels.on(row.channel()) && channels.named(row.channel()).trouble(code).personal()) {
            events.publishEvent(new Undelivered(chat, code));
        }
        Post otherwise = sealer.open(row.body(), Letter.class).otherwise();
        if (mine && otherwise != null) {
            outbox.post(otherwise);
        }
        return mine;
    }

    private boolean gone(OutboxRow row, String code, boolean telling) {
        Address chat = row.to(sealer);
        lanes.take(Way.OUT, Set.of(row.lane()));
        boolean mine = row.awaits()
                ? changes.pending(row, code, null, true)
                : changes.settled(row, "FAILED", code);
        if (mine) {
            changes.close(row.lane());
            if (channels.of(chat).group(chat)) {
                store.cancel(row.lane(), null);
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
            return changes.settled(row, "FAILED", "moved");
        }
        boolean mine = changes.pending(row, "moved", null, false);
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
            return changes.pending(row, code, now.plus(Times.backOff(row.attempts(), LONGEST_WAIT)), false);
        }
        if (row.paced() && receipted(Parcel.of(row))) {
            return changes.unsure(row, code, now.plus(Reconciliation.FIRST));
        }
        if (row.must() && !row.again()) {
            return changes.pending(row, code, now.plus(ONCE_MORE), false)
                    && db.sql("update outbox set again = true where id = :id").param("id", row.id()).update() == 1;
        }
        return changes.settled(row, "UNKNOWN", code);
    }
}
