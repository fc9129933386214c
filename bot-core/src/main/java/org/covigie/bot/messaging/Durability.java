package org.covigie.bot.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes what is committed survive a crash. PostgreSQL does that by itself at each commit. The embedded database writes its
 * commits up to half a second late; writing each one at once would make its file grow without bound, so those who are about
 * to answer or to call the outside ask here first, and one flush serves all who wait.
 */
@Component
public class Durability {
    private final JdbcTemplate jdbc;
    private final boolean late;
    private final ReentrantLock flushing = new ReentrantLock();
    private final AtomicLong asked = new AtomicLong();
    private volatile long served;
    private volatile @Nullable Lifetime flushed;

    Durability(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        late = Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            String url = connection.getMetaData().getURL();
            return url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:mem:");
        }));
    }

    /**
     * The time between one opening of the database and its closing. The embedded one closes itself when a write fails, on a
     * full disk for instance, and opens anew as it was at its last flush: a flush then says nothing about what was committed
     * before.
     *
     * @param opened the same object for as long as it stays open
     */
    public record Lifetime(Object opened) {
        private static final Lifetime ENDLESS = new Lifetime("a commit is a flush");
    }

    /** Whether the database is a file that only this process can have open. */
    boolean embedded() {
        return late;
    }

    /** To be called within the transaction whose outcome is settled later. */
    public Lifetime lifetime() {
        return late ? Objects.requireNonNull(jdbc.execute(Durability::of)) : Lifetime.ENDLESS;
    }

    private static Lifetime of(Connection connection) throws SQLException {
        return new Lifetime(((SessionLocal) connection.unwrap(JdbcConnection.class).getSession()).getDatabase());
    }

    /** A connection stays with the opening that it was made in, so what is flushed here is what is named here. */
    private static Lifetime flush(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        }
        return of(connection);
    }

    /**
     * Returns once everything committed before this call is on the disk. To be called after a commit and before what must
     * not be forgotten is acknowledged or acted on; never within a transaction.
     *
     * @param committed when it was committed
     * @throws org.springframework.dao.DataAccessException when it may be lost
     */
    public void settle(Lifetime committed) {
        if (!late) {
            return;
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("nothing is committed yet within a transaction");
        }
        long mine = asked.incrementAndGet();
        flushing.lock();
        try {
            if (served < mine) {
                long covers = asked.get();
                flushed = jdbc.execute(Durability::flush);
                served = covers;
            }
        } finally {
            flushing.unlock();
        }
        if (!committed.equals(flushed)) {
            throw new DataAccessResourceFailureException("the database closed before this was on the disk");
        }
    }
}
