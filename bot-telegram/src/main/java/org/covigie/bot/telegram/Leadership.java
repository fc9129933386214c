package org.covigie.bot.telegram;

import java.time.Duration;
import org.covigie.bot.messaging.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to be the one poller of all instances. When the database cannot be asked it lasts as long as it was last
 * granted, and no longer. For one thread.
 */
final class Leadership {
    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);
    private static final String NAME = "telegram-poller";

    private final Lease lease;
    private final Duration length;
    private final Duration renew;
    private long until = System.nanoTime();
    private long granted = until;

    /**
     * @param length how long it is asked for
     * @param renew  how long a grant is taken as it is, so that busy polling does not write to the database each time
     */
    Leadership(Lease lease, Duration length, Duration renew) {
        this.lease = lease;
        this.length = length;
        this.renew = renew;
    }

    /** Asks for the right, or for more of it; says whether it is held now. */
    boolean renew() {
        long now = System.nanoTime();
        if (now - until < 0 && now - granted < renew.toNanos()) {
            return true;
        }
        try {
            until = lease.hold(NAME, length) ? now + length.toNanos() : now;
            granted = now;
        } catch (RuntimeException e) {
            // the database is away: what was granted still counts
            LOG.warn("Telegram: the lease of the poller cannot be asked for: {}", e.getClass().getName());
        }
        return System.nanoTime() - until < 0;
    }

    void release() {
        lease.release(NAME);
    }
}
