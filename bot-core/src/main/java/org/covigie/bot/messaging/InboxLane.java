package org.covigie.bot.messaging;

import io.micrometer.core.instrument.Metrics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Works off one chat's inbox rows in their order, one transaction each. */
@Component
class InboxLane implements Lane {
    private static final Logger log = LoggerFactory.getLogger(InboxLane.class);
    private static final int PER_RUN = 50;
    private static final int TRIES_AT_ONCE = 5;
    private static final int MOST_ATTEMPTS = 5;
    private static final int MOST_ASKED = 1500;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Channels channels;
    // asked for late: handlers use the outbox, which uses the scheduler, which uses this lane
    private final ObjectProvider<Handler> handlers;
    private final ObjectProvider<Completion> completions;
    private final Sealer sealer;
    private final InstantSource clock;

    InboxLane(JdbcClient db, PlatformTransactionManager transactions, Channels channels,
            ObjectProvider<Handler> handlers, ObjectProvider<Completion> completions,
            Sealer sealer, InstantSource clock) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.channels = channels;
        this.handlers = handlers;
        this.completions = completions;
        this.sealer = sealer;
        this.clock = clock;
    }

    private record Row(long id, byte[] body, int attempts, int asked, @Nullable Instant notBefore) {}

    @Override
    public Way way() {
        return Way.IN;
    }

    @Override
    public void run(String lane, BooleanSupplier stopping) {
        for (Row row : rows(lane, PER_RUN)) {
            if (stopping.getAsBoolean() || !due(row) || !handle(row)) {
                return;
            }
        }
    }

    @Override
    public Optional<Instant> next(String lane) {
        return rows(lane, 1).stream().findFirst().map(row -> Times.later(clock.instant(), row.notBefore()));
    }

    private boolean due(Row row) {
        return row.notBefore() == null || !row.notBefore().isAfter(clock.instant());
    }

    private List<Row> rows(String lane, int most) {
        return db.sql(
                "select id, body, attempts, asked, not_before from inbox where lane = :lane and status = 'WAITING' "
                        + "order by id limit " + most)
                .param("lane", lane)
                .query((row, n) -> new Row(row.getLong("id"), row.getBytes("body"), row.getInt("attempts"),
                        row.getInt("asked"), Times.instant(row, "not_before")))
                .list();
    }

    /** Whether the lane may go on to its next row. */
    private boolean handle(Row row) {
        Incoming incoming;
        try {
            incoming = complete(sealer.open(row.body(), Incoming.class));
        } catch (IOException e) {
            return askLater(row, e);
        } catch (RuntimeException | StackOverflowError e) {
            return failed(row, e);
        }
        for (int attempt = 1;; attempt++) {
            try {
                handle(row.id(), incoming);
                return true;
            } catch (TransientDataAccessException | DuplicateKeyException e) {
                // somebody else changed the same thing: what is read anew may well fit
                if (attempt == TRIES_AT_ONCE) {
                    return e instanceof DuplicateKeyException ? failed(row, e) : askLater(row, e);
                }
            } catch (NonTransientDataAccessResourceException | TransactionException e) {
                // the database is away: that is not the row's fault
                return askLater(row, e);
            } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
                return failed(row, e);
            }
        }
    }

    private Incoming complete(Incoming incoming) throws IOException {
        if (!channels.on(incoming.chat().channel())) {
            throw new IOException("switched off");
        }
        Incoming completed = channels.of(incoming.chat()).complete(incoming);
        for (Completion completion : completions.orderedStream().toList()) {
            completed = completion.complete(completed);
        }
        return completed;
    }

    private void handle(long id, Incoming incoming) {
        transaction.executeWithoutResult(status -> {
            // first of all: whoever deletes the row is the one who handles it, even if this instance was taken for dead
            if (db.sql("delete from inbox where id = :id").param("id", id).update() == 0) {
                return;
            }
            boolean handled = handlers.orderedStream().anyMatch(handler -> handler.handle(incoming));
            if (!handled) {
                log.debug("inbox row {} concerned nobody in the end", id);
            }
            status.flush();
        });
    }

    private boolean askLater(Row row, Exception fault) {
        int asked = row.asked() + 1;
        if (asked >= MOST_ASKED) {
            return dead(row, fault);
        }
        db.sql("update inbox set asked = :asked, not_before = :then where id = :id").param("asked", asked)
                .param("then", Times.column(clock.instant().plus(Times.backOff(asked, LONGEST_WAIT))))
                .param("id", row.id())
                .update();
        return false;
    }

    private boolean failed(Row row, Throwable fault) {
        int attempts = row.attempts() + 1;
        log.warn("inbox row {} failed ({} of {}): {}", row.id(), attempts, MOST_ATTEMPTS, Fault.of(fault));
        if (attempts >= MOST_ATTEMPTS) {
            return dead(row, fault);
        }
        db.sql("update inbox set attempts = :attempts, not_before = :then, error = :error where id = :id")
                .param("attempts", attempts).param("error", Fault.of(fault))
                .param("then", Times.column(clock.instant().plus(Times.backOff(attempts, LONGEST_WAIT))))
                .param("id", row.id()).update();
        return false;
    }

    /** Out of its lane's way; sealed, for a month. */
    private boolean dead(Row row, Throwable fault) {
        log.error("inbox row {} is given up: {}", row.id(), Fault.of(fault));
        Metrics.counter("covigie.inbox.dead").increment();
        db.sql("update inbox set status = 'DEAD', error = :error where id = :id").param("error", Fault.of(fault))
                .param("id", row.id()).update();
        return true;
    }
}
