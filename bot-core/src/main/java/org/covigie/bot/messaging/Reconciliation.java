package org.covigie.bot.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out what became of a call whose outcome is unknown, where the platform can be asked. That it has not the message is
 * believed the second time only: it may have taken it and not be ready to show it.
 */
@Component
class Reconciliation {
    /** When the platform is asked first, after the call. */
    static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration SECOND = Duration.ofSeconds(25);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration GIVEN_UP = Duration.ofHours(24);
    private static final Duration BEFORE = Duration.ofDays(1);
    private static final int MOST_CALLS = 5;
    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Channels channels;
    private final Joining joining;
    private final Settlement settlement;
    private final Sealer sealer;
    private final InstantSource clock;

    Reconciliation(JdbcClient db, PlatformTransactionManager transactions, Channels channels, Joining joining,
            Settlement settlement, Sealer sealer, InstantSource clock) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.channels = channels;
        this.joining = joining;
        this.settlement = settlement;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Asks about rows that stand at UNKNOWN, outside of any transaction, and writes down what follows. */
    void ask(Parcel parcel) {
        OutboxRow head = parcel.head();
        Instant called = head.calledAt() == null ? head.createdAt() : head.calledAt();
        Whereabouts answer = answer(parcel, called);
        Instant now = clock.instant();
        switch (answer) {
            case Whereabouts.Has(String message) -> settlement.conclude(parcel, new Outcome.Sent(message));
            case Whereabouts.HasNot() when !head.missed() -> later(parcel, true, now.plus(SECOND));
            case Whereabouts.HasNot() -> {
                if (head.attempts() < MOST_CALLS) {
                    once(parcel);
                } else {
                    settlement.conclude(parcel, new Outcome.Refused("unknown"));
                }
            }
            case Whereabouts.CannotSay() -> {
                if (called.plus(GIVEN_UP).isBefore(now)) {
                    settlement.lost(parcel);
                } else {
                    later(parcel, head.missed(), now.plus(Times.backOff(head.checks() + 3, LONGEST_WAIT)));
                }
            }
        }
    }

    private Whereabouts answer(Parcel parcel, Instant called) {
        try {
            Outgoing outgoing = joining.outgoing(parcel);
            return channels.of(outgoing.to()).whereabouts(outgoing, called, known(parcel, called));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            log.error("asking about outbox row {} failed: {}", parcel.head().id(), Fault.of(e));
            return new Whereabouts.CannotSay();
        }
    }

    /** The ids of messages to the same chat that are accounted for; of one before, the platform does not speak any more. */
    private Set<String> known(Parcel parcel, Instant called) {
        return new HashSet<>(db.sql("select message from outbox where lane = :lane and message is not null "
                + "and called_at > :since and id not in (:ids)").param("lane", parcel.lane())
                .param("since", Times.column(called.minus(BEFORE))).param("ids", parcel.ids())
                .query((row, n) -> sealer.openText(row.getBytes("message"))).list());
    }

    private void later(Parcel parcel, boolean missed, Instant then) {
        db.sql("update outbox set missed = :missed, checks = checks + 1, not_before = :then "
                + "where id in (:ids) and status = 'UNKNOWN'").param("missed", missed)
                .param("then", Times.column(then)).param("ids", parcel.ids()).update();
    }

    /** It was never sent, so it is now; in the company that waits then. */
    private void once(Parcel parcel) {
        transaction.executeWithoutResult(status -> db.sql("update outbox set status = 'PENDING', joined = null, "
                + "missed = false, checks = 0, not_before = null where id in (:ids) and status = 'UNKNOWN'")
                .param("ids", parcel.ids()).update());
    }
}
