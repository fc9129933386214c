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
import org.springframework.transaction.TransactionStatus;
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
    private final Ceiling ceiling;
    private final Window window;
    private final Joining joining;
    private final Settlement settlement;
    private final Reconciliation reconciliation;
    private final Durability durability;
    private final InstantSource clock;

    OutboxLane(JdbcClient db, PlatformTransactionManager transactions, Channels channels, Sealer sealer, Pace pace,
            Ceiling ceiling,
            Window window, Joining joining, Settlement settlement, Reconciliation reconciliation,
            Durability durability, InstantSource clock) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.channels = channels;
        this.sealer = sealer;
        this.pace = pace;
        this.ceiling = ceiling;
        this.window = window;
        this.joining = joining;
        this.settlement = settlement;
        this.reconciliation = reconciliation;
        this.durability = durability;
        this.clock = clock;
    }

    private sealed interface Step {
        record Send(Parcel parcel) implements Step {}

        /** It was being sent when its instance died. */
        record Interrupted(Parcel parcel) implements Step {}

        /** It may have been sent: the platform is to be asked. */
        record Ask(Parcel parcel) implements Step {}

        /** It is not to be sent as it stands; once that is written down there may be something else to do. */
        record Hold(OutboxRow row) implements Step {}

        /** It may go then, in a moment, without asking for its place again. */
        record Granted(Instant at) implements Step {}

        record Wait(Instant until) implements Step {}

        record Nothing() implements Step {}
    }

    private record Rows(@Nullable Long interrupted, @Nullable Long unknown, @Nullable Long message,
            @Nullable Long other, @Nullable Instant then) {}

    @Override
    public Way way() {
        return Way.OUT;
    }

    @Override
    public void run(String lane, BooleanSupplier stopping) {
        Asking asking = Asking.RESERVING;
        for (int i = 0; i < PER_RUN && !stopping.getAsBoolean(); i++) {
            Asking as = asking;
            Claim claim = transaction
                    .execute(status -> new Claim(claimed(step(lane, as), status), durability.lifetime()));
            asking = Asking.RESERVING;
            switch (claim.step()) {
                case Step.Send(Parcel parcel) -> send(parcel, claim.in());
                case Step.Interrupted(Parcel parcel) -> settlement.settle(parcel, new Outcome.Unknown("crash"));
                case Step.Ask(Parcel parcel) -> reconciliation.ask(parcel);
                case Step.Hold(OutboxRow row) -> log.debug("outbox row {} is held back", row.id());
                case Step.Granted(Instant at) -> {
                    // before it is written down as being sent: a crash now leaves no doubt
                    if (!slept(at)) {
                        return;
                    }
                    asking = Asking.GRANTED;
                }
                case Step.Wait(Instant until) -> {
                    return;
                }
                case Step.Nothing() -> {
                    return;
                }
            }
        }
    }

    private boolean slept(Instant until) {
        try {
            Instant now = clock.instant();
            Thread.sleep(Duration.between(now, Times.later(now, until)));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public Optional<Instant> next(String lane) {
        return switch (step(lane, Asking.LOOKING)) {
            case Step.Wait(Instant until) -> Optional.of(until);
            case Step.Nothing() -> Optional.empty();
            case Step.Send send -> Optional.of(clock.instant());
            case Step.Interrupted interrupted -> Optional.of(clock.instant());
            case Step.Ask ask -> Optional.of(clock.instant());
            case Step.Hold hold -> Optional.of(clock.instant());
            case Step.Granted granted -> Optional.of(clock.instant());
        };
    }

    private void send(Parcel parcel, Durability.Lifetime claimed) {
        // were SENDING forgotten in a crash after the call, the same message would be sent again
        durability.settle(claimed);
        Outcome outcome;
        try {
            Outgoing outgoing = joining.outgoing(parcel);
            Channel channel = channels.of(outgoing.to());
            if (parcel.head().paced()) {
                ceiling.pass(channel);
            }
            outcome = channel.send(outgoing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            outcome = new Outcome.Later(Duration.ZERO, "stopped");
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            log.error("sending outbox row {} failed: {}", parcel.head().id(), Fault.of(e));
            outcome = new Outcome.Unknown("bug");
        }
        settlement.settle(parcel, outcome);
    }

    private record Claim(Step step, Durability.Lifetime in) {}

    /** Writes down in the same transaction what is about to be done. */
    private Step claimed(Step step, TransactionStatus transactionStatus) {
        if (step instanceof Step.Hold(OutboxRow row)) {
            window.hold(row);
        }
        if (!(step instanceof Step.Send(Parcel parcel))) {
            return step;
        }
        Instant now = clock.instant();
        int claimed = db.sql("update outbox set status = 'SENDING', attempts = attempts + 1, called_at = :now, "
                + "joined = case when id = :head then null else cast(:head as bigint) end "
                + "where id in (:ids) and status = 'PENDING'").param("now", Times.column(now))
                .param("head", parcel.head().id()).param("ids", parcel.ids()).update();
        if (claimed < parcel.rows().size()) {
            // one was cancelled a moment ago: look again
            transactionStatus.setRollbackOnly();
            return new Step.Wait(now);
        }
        return new Step.Send(parcel.called(now));
    }

    private enum Asking {
        /** Nothing is changed. */
        LOOKING,
        /** A message takes its place in the channel's overall pace. */
        RESERVING,
        /** It was given its time, which is now. */
        GRANTED
    }

    /** What is to be done now. */
    private Step step(String lane, Asking asking) {
        Instant now = clock.instant();
        Rows rows = rows(lane, now);
        if (rows.interrupted() != null) {
            OutboxRow row = load(rows.interrupted());
            // whether it was sent can only be asked of a channel that is on
            return channels.on(row.channel())
                    ? new Step.Interrupted(joining.again(row))
                    : new Step.Wait(now.plus(CHANNEL_OFF));
        }
        if (rows.unknown() != null) {
            return ask(load(rows.unknown()), now);
        }
        Long message = rows.message();
        Long other = rows.other();
        Instant then = rows.then();
        if (message == null && other == null) {
            return then == null ? new Step.Nothing() : new Step.Wait(then);
        }
        LaneState state = LaneState.of(db, lane);
        if (state.laterUntil() != null && state.laterUntil().isAfter(now)) {
            return new Step.Wait(state.laterUntil());
        }
        if (message != null && (other == null || message < other)) {
            OutboxRow row = load(message);
            if (window.holds(row, state)) {
                return new Step.Hold(row);
            }
            Pace.Slot slot = channels.on(row.channel())
                    ? messageFrom(row, state, asking, now)
                    : new Pace.Slot(now, true);
            Instant from = slot.at();
            if (!from.isAfter(now)) {
                return sendOrWait(row, asking, now);
            }
            if (slot.granted()) {
                return new Step.Granted(from);
            }
            // what does not count as a message need not wait for the pace of messages
            if (other == null) {
                return new Step.Wait(then != null && then.isBefore(from) ? then : from);
            }
        }
        return other == null ? new Step.Nothing() : sendOrWait(load(other), asking, now);
    }

    /** Nothing may overtake what may have been sent: it waits with it. */
    private Step ask(OutboxRow row, Instant now) {
        if (row.notBefore() != null && row.notBefore().isAfter(now)) {
            return new Step.Wait(row.notBefore());
        }
        return channels.on(row.channel())
                ? new Step.Ask(joining.again(row))
                : new Step.Wait(now.plus(CHANNEL_OFF));
    }

    private Step sendOrWait(OutboxRow row, Asking asking, Instant now) {
        if (!channels.on(row.channel())) {
            return new Step.Wait(now.plus(CHANNEL_OFF));
        }
        return new Step.Send(asking == Asking.LOOKING ? Parcel.of(row) : joining.from(row, now));
    }

    private Pace.Slot messageFrom(OutboxRow message, LaneState state, Asking asking, Instant now) {
        var chat = message.to(sealer);
        Channel channel = channels.of(chat);
        Instant from = pace.chatFrom(message.lane(), state, channel, chat, now);
        if (from.isAfter(now) || state.slotAt() != null && state.slotAt().isAfter(now)) {
            return new Pace.Slot(Times.later(from, state.slotAt()), false);
        }
        if (asking != Asking.RESERVING) {
            return new Pace.Slot(now, true);
        }
        Pace.Slot slot = pace.slot(channel, state.slotAt() != null, now);
        if (state.slotAt() != null || !slot.granted()) {
            db.sql("update lane set slot_at = :slot where chat = :lane and way = 'OUT'").param("lane", message.lane())
                    .param("slot", slot.granted() ? null : Times.column(slot.at())).update();
        }
        return slot;
    }

    private Rows rows(String lane, Instant now) {
        return db.sql("""
                select min(case when status = 'SENDING' then id end) as interrupted,
                       min(case when status = 'UNKNOWN' then id end) as unsure,
                       min(case when status = 'PENDING' and paced and due and not chatter then id end) as message,
                       min(case when status = 'PENDING' and paced and due and chatter then id end) as chat,
                       min(case when status = 'PENDING' and not paced and due then id end) as other,
                       min(case when status = 'PENDING' and not due then not_before end) as later
                from (select id, status, paced, chatter, not_before, (not_before is null or not_before <= :now) as due
                      from outbox where lane = :lane and final_at is null and not waiting) open_rows
                """).param("lane", lane).param("now", Times.column(now))
                .query((row, n) -> {
                    Long message = row.getObject("message", Long.class);
                    return new Rows(row.getObject("interrupted", Long.class), row.getObject("unsure", Long.class),
                            message == null ? row.getObject("chat", Long.class) : message,
                            row.getObject("other", Long.class), Times.instant(row, "later"));
                }).single();
    }

    private OutboxRow load(long id) {
        return db.sql("select " + OutboxRow.COLUMNS + " from outbox where id = :id").param("id", id)
                .query(OutboxRow::of)
                .single();
    }
}
