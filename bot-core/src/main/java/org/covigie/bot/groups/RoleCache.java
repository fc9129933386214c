package org.covigie.bot.groups;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.covigie.bot.commands.Membership;
import org.covigie.bot.people.Address;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who holds what where, for the sieve that looks at every message of every group. Bounded, and dropped as a whole at any
 * change: at once on the instance that changes something, a second later at most on the others, which see that the table
 * {@code cache_epoch} has grown. The gate itself never asks it.
 */
@Component
class RoleCache {
    /** Less than a second, so that the answer is there within it. */
    private static final long LOOK_EVERY = Duration.ofMillis(800).toNanos();
    /** Long after every instance has seen it, even one that stood still for a while. */
    private static final Duration EPOCHS_KEPT = Duration.ofMinutes(10);

    /** @param era counted up at each change, so that what was loaded before it is never found again */
    private record Key(long era, Address chat, Address person) {}

    /** What the table holds: both change when a row is added, in whatever order transactions commit. */
    private record Epoch(long rows, long sum) {}

    private final Cache<Key, Optional<Membership>> memberships = Caffeine.newBuilder().maximumSize(100_000)
            .expireAfterWrite(Duration.ofSeconds(10)).build();
    private final AtomicLong era = new AtomicLong();
    private final JdbcClient db;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final ReentrantLock looking = new ReentrantLock();
    private Epoch seen = new Epoch(0, 0);
    private volatile long lookedAt;

    @Autowired
    RoleCache(JdbcClient db, InstantSource clock) {
        this(db, clock, System::nanoTime);
    }

    RoleCache(JdbcClient db, InstantSource clock, LongSupplier nanos) {
        this.db = db;
        this.clock = clock;
        this.nanos = nanos;
        this.lookedAt = nanos.getAsLong() - LOOK_EVERY;
    }

    Optional<Membership> get(Address chat, Address person, Supplier<Optional<Membership>> load) {
        look();
        return memberships.get(new Key(era.get(), chat, person), key -> load.get());
    }

    /** Forgets all that is known, now and again when the transaction ends, and tells the other instances at its commit. */
    void changed() {
        drop();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            tell();
        } else if (TransactionSynchronizationManager.getSynchronizations().stream()
                .noneMatch(s -> s instanceof Change change && change.cache() == this)) {
            TransactionSynchronizationManager.registerSynchronization(new Change(this));
            tell();
        }
    }

    /** Deletes what every instance has seen. */
    void purge(Instant now) {
        db.sql("delete from cache_epoch where at < :before")
                .param("before", now.minus(EPOCHS_KEPT).atOffset(ZoneOffset.UTC)).update();
    }

    private void drop() {
        era.incrementAndGet();
        memberships.invalidateAll();
    }

    private void tell() {
        db.sql("insert into cache_epoch (at) values (:now)").param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void look() {
        // whoever finds somebody looking goes on: waiting here with a connection in hand could use up the pool
        if (nanos.getAsLong() - lookedAt < LOOK_EVERY || !looking.tryLock()) {
            return;
        }
        try {
            long now = nanos.getAsLong();
            Epoch epoch = db.sql("select count(*), coalesce(sum(id), 0) from cache_epoch")
                    .query((row, n) -> new Epoch(row.getLong(1), row.getLong(2))).single();
            if (!epoch.equals(seen)) {
                seen = epoch;
                drop();
            }
            // since the time of asking: what was committed while the answer came is seen the next time
            lookedAt = now;
        } finally {
            looking.unlock();
        }
    }

    /** A transaction rolled back after having filled the cache with what never came true must be forgotten too. */
    private record Change(RoleCache cache) implements TransactionSynchronization {
        @Override
        public void afterCompletion(int status) {
            cache.drop();
        }
    }
}
