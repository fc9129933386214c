package org.covigie.bot.moderation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** So that nobody drowns an animator: five messages pointed out by one person within an hour of the first. In memory only. */
@Component
class FlagLimit {
    private static final int MOST = 5;

    private final Cache<Long, AtomicInteger> flags;

    FlagLimit(InstantSource clock) {
        flags = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofHours(1))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis())).build();
    }

    /** Whether this person may point out one more now. */
    boolean take(long person) {
        return flags.get(person, id -> new AtomicInteger()).incrementAndGet() <= MOST;
    }
}
