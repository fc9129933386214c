package org.covigie.bot.messaging;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The last gate before a call: of the calls that this process really makes, no second ever holds more than the platform allows
 * to all chats together. {@link Pace} gives out the times for all processes, but between a time given and its call lies a
 * transaction, which may take long for one and not for the next.
 */
@Component
class Ceiling {
    /** Calls travel at different speeds: those of one second here may arrive in less there. */
    private static final Duration LEAST = Duration.ofMillis(1010);

    private final Map<String, Deque<Long>> calls = new ConcurrentHashMap<>();

    /** Returns when one more may leave, some milliseconds later at most where the pace was kept. */
    void pass(Channel channel) throws InterruptedException {
        int perSecond = channel.capabilities().perSecond();
        if (perSecond <= 0) {
            return;
        }
        // as long as the pace takes for that many, so that its margin is kept by bursts as well
        long second = Math.max(LEAST.toNanos(), perSecond * Pace.apart(perSecond));
        Deque<Long> last = calls.computeIfAbsent(channel.name(), _ -> new ArrayDeque<>());
        // whoever comes meanwhile waits for this one: a call that leaves late counts from when it left
        synchronized (last) {
            if (last.size() >= perSecond) {
                Thread.sleep(Duration
                        .ofNanos(Math.max(0, last.removeFirst() + second - System.nanoTime())));
            }
            last.addLast(System.nanoTime());
        }
    }
}
