package org.covigie.bot.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.api.Test;

/** However many come at once, a second holds no more calls than the platform allows. */
class CeilingTest {
    private static final int PER_SECOND = 40;

    private final Ceiling ceiling = new Ceiling();
    private final TestChannel channel = new TestChannel(InstantSource.system());

    @Test
    void what_comes_at_once_is_let_through_by_the_second() throws Exception {
        channel.paced(Duration.ZERO, 0, PER_SECOND);
        List<Long> passed = Collections.synchronizedList(new ArrayList<>());
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 2 * PER_SECOND + 1; i++) {
                calls.add(threads.submit(() -> {
                    ceiling.pass(channel);
                    return passed.add(System.nanoTime() - begin);
                }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }

        Collections.sort(passed);
        assertThat(Duration.ofNanos(passed.get(PER_SECOND))).isGreaterThan(Duration.ofSeconds(1));
        assertThat(Duration.ofNanos(passed.get(2 * PER_SECOND))).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void a_channel_without_a_ceiling_waits_for_nothing() throws Exception {
        channel.paced(Duration.ZERO, 0, 0);
        for (int i = 0; i < 10_000; i++) {
            ceiling.pass(channel);
        }
        channel.paced(Duration.ZERO, 0, 1);
        long begin = System.nanoTime();
        ceiling.pass(channel);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
    }
}
