package org.covigie.bot.messaging;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
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

    Durability(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        late = Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            String url = connection.getMetaData().getURL();
            return url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:mem:");
        }));
    }

    /** Whether the database is a file that only this process can have open. */
    boolean embedded() {
        return late;
    }

    /**
     * Returns once everything committed before this call is on the disk. To be called after a commit and before what must
     * not be forgotten is acknowledged or acted on; never within a transaction.
     */
    public void settle() {
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
                jdbc.execute("checkpoint sync");
                served = covers;
            }
        } finally {
            flushing.unlock();
        }
    }
}
