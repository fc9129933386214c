package org.covigie.bot.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends one chat's outbox rows: what is about to be called is written down first, what became of it after. */
@Component
class OutboxLane implements Lane {
    private static final Logger log = LoggerFactory.getLogger(OutboxLane.class);
    private static final int PER_RUN = 20;
    private static final Duration CHANNEL_OFF = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Channels channels;
    private final Sealer sealer;
    private final Pace pace;
    private final Settlement settlement;
    private final Durability durability;
    private final InstantSource clock;

    OutboxLane(JdbcClient db, PlatformTransactionManager transactions, Channels channels, Sealer sealer, Pace pace,
            Settlement settlement, Durability durability, InstantSource clock) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.channels = channels;
        this.sealer = sealer;
        this.pace = pace;
        this.settlement = settlement;
        this.durability = durability;
        this.clock = clock;
    }

    private sealed interface Step {
        record Send(OutboxRow row) implements Step {}

        /** It was being sent when its instance died. */
        record Interrupted(OutboxRow row) implements Step {}

        record Wait(Instant until) implements Step {}

        record Nothing() implements Step {}
    }

    private record State(@Nullable Instant laterUntil, @Nullable Instant textFrom, @Nullable Instant slotAt) {}

    private record Rows(@Nullable Long interrupted, @Nullable Long message, @Nullable Long other,
            @Nullable Instant then) {}

    @Override
    public Way way() {
        return Way.OUT;
    }

    @Override
    public void run(String lane, BooleanSupplier stopping) {
        for (int i = 0; i < PER_RUN && !stopping.getAsBoolean(); i++) {
            Step step = transaction.execute(status -> claimed(step(lane, true)));
            switch (step) {
                case Step.Send(OutboxRow row) -> send(row);
                case Step.Interrupted(OutboxRow row) -> settlement.settle(row, new Outcome.Unknown("crash"));
                case Step.Wait(Instant until) -> {
                    return;
                }
                case Step.Nothing() -> {
                    return;
                }
            }
        }
    }

    @Override
    public Optional<Instant> next(String lane) {
        return switch (step(lane, false)) {
            case Step.Send(OutboxRow row) -> Optional.of(clock.instant());
            case Step.Interrupted(OutboxRow row) -> Optional.of(clock.instant());
            case Step.Wait(Instant until) -> Optional.of(until);
            case Step.Nothing() -> Optional.empty();
        };
    }

    private void send(OutboxRow row) {
        // were SENDING forgotten in a crash after the call, the same message would be sent again
        durability.settle();
        Outcome outcome;
        try {
            Outgoing outgoing = Letter.readdressed(sealer.open(row.body(), Letter.class).outgoing(), row.to(sealer));
            outcome = channels.of(outgoing.to()).send(outgoing);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            log.error("sending outbox row {} failed: {}", row.id(), Fault.of(e));
            outcome = new Outcome.Unknown("bug");
        }
        settlement.settle(row, outcome);
    }

    private Step claimed(Step step) {
        if (!(step instanceof Step.Send(OutboxRow row))) {
            return step;
        }
        int claimed = db.sql("update outbox set status = 'SENDING', attempts = attempts + 1, called_at = :now "
                + "where id = :id and status = 'PENDING'").param("now", Times.column(clock.instant()))
                .param("id", row.id())
                .update();
        // cancelled a moment ago: look again
        return claimed == 1 ? new Step.Send(row.called()) : new Step.Wait(clock.instant());
    }

    /** What is to be done now; with {@code reserving} a message also takes its slot in the channel's overall pace. */
    private Step step(String lane, boolean reserving) {
        Instant now = clock.instant();
        Rows rows = rows(lane, now);
        if (rows.interrupted() != null) {
            return new Step.Interrupted(load(rows.interrupted()));
        }
        Long message = rows.message();
        Long other = rows.other();
        Instant then = rows.then();
        if (message == null && other == null) {
            return then == null ? new Step.Nothing() : new Step.Wait(then);
        }
        State state = state(lane);
        if (state.laterUntil() != null && state.laterUntil().isAfter(now)) {
            return new Step.Wait(state.laterUntil());
        }
        if (message != null && (other == null || message < other)) {
            OutboxRow row = load(message);
            Instant from = channels.on(row.channel()) ? messageFrom(row, state, reserving, now) : now;
            if (!from.isAfter(now)) {
                return sendOrWait(row, now);
            }
            // what does not count as a message need not wait for the pace of messages
            if (other == null) {
                return new Step.Wait(then != null && then.isBefore(from) ? then : from);
            }
        }
        return other == null ? new Step.Nothing() : sendOrWait(load(other), now);
    }

    private Step sendOrWait(OutboxRow row, Instant now) {
        return channels.on(row.channel()) ? new Step.Send(row) : new Step.Wait(now.plus(CHANNEL_OFF));
    }

    private Instant messageFrom(OutboxRow message, State state, boolean reserving, Instant now) {
        var chat = message.to(sealer);
        Channel channel = channels.of(chat);
        Instant from = pace.chatFrom(message.lane(), state.textFrom(), channel, chat, now);
        if (from.isAfter(now) || state.slotAt() != null && state.slotAt().isAfter(now)) {
            return Times.later(from, state.slotAt());
        }
        if (!reserving) {
            return now;
        }
        Instant slot = pace.slot(channel, state.slotAt() != null, now);
        if (state.slotAt() != null || slot.isAfter(now)) {
            db.sql("update lane set slot_at = :slot where chat = :lane and way = 'OUT'").param("lane", message.lane())
                    .param("slot", slot.isAfter(now) ? Times.column(slot) : null).update();
        }
        return slot;
    }

    private State state(String lane) {
        return db.sql("select later_until, text_from, slot_at from lane where chat = :lane and way = 'OUT'")
                .param("lane", lane).query((row, n) -> new State(Times.instant(row, "later_until"),
                        Times.instant(row, "text_from"), Times.instant(row, "slot_at")))
                .optional().orElse(new State(null, null, null));
    }

    private Rows rows(String lane, Instant now) {
        return db.sql("""
                select min(case when status = 'SENDING' then id end) as interrupted,
                       min(case when status = 'PENDING' and paced and due then id end) as message,
                       min(case when status = 'PENDING' and not paced and due then id end) as other,
                       min(case when status = 'PENDING' and not due then not_before end) as later
                from (select id, status, paced, not_before, (not_before is null or not_before <= :now) as due
                      from outbox where lane = :lane and final_at is null and not waiting) open_rows
                """).param("lane", lane).param("now", Times.column(now))
                .query((row, n) -> new Rows(row.getObject("interrupted", Long.class),
                        row.getObject("message", Long.class),
                        row.getObject("other", Long.class), Times.instant(row, "later")))
                .single();
    }

    private OutboxRow load(long id) {
        return db.sql("select " + OutboxRow.COLUMNS + " from outbox where id = :id").param("id", id)
                .query(OutboxRow::of)
                .single();
    }
}
