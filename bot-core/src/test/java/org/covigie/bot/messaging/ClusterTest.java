package org.covigie.bot.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.covigie.bot.testing.Sayings.arrival;
import static org.covigie.bot.testing.Sayings.said;
import static org.covigie.bot.testing.Sayings.text;
import static org.covigie.bot.testing.TestChannel.chat;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.covigie.bot.testing.EmbeddedPg;
import org.covigie.bot.testing.Engine;
import org.covigie.bot.testing.TestChannel;
import org.covigie.bot.testing.TestClock;
import org.junit.jupiter.api.Test;

/** Two instances on one PostgreSQL. */
class ClusterTest {
    private static final int CHATS = 20;
    private static final int EACH = 15;

    private final String url = EmbeddedPg.freshUrl();
    private final TestChannel channel = new TestChannel(InstantSource.system());

    @Test
    void one_chat_is_handled_by_one_instance_at_a_time_and_in_order() {
        Map<String, AtomicInteger> inside = new ConcurrentHashMap<>();
        Map<String, List<String>> handled = new ConcurrentHashMap<>();
        AtomicInteger overlaps = new AtomicInteger();
        Sieve all = Optional::of;
        Handler handler = incoming -> {
            String key = incoming.chat().key();
            AtomicInteger here = inside.computeIfAbsent(key, k -> new AtomicInteger());
            if (here.incrementAndGet() > 1) {
                overlaps.incrementAndGet();
            }
            LockSupport.parkNanos(1_000_000);
            handled.computeIfAbsent(key, k -> new CopyOnWriteArrayList<>()).add(((Incoming.Said) incoming).message());
            here.decrementAndGet();
            return true;
        };
        try (Engine one = engine(all, handler); Engine two = engine(all, handler)) {
            List<Inbox> doors = List.of(one.get(Inbox.class), two.get(Inbox.class));
            for (int i = 0; i < EACH; i++) {
                List<Arrival> batch = new ArrayList<>();
                for (int c = 0; c < CHATS; c++) {
                    batch.add(arrival(c + "-" + i, said(chat("-" + c), "m" + i, "/p")));
                }
                doors.get(i % 2).accept("test", batch);
            }
            await().atMost(Duration.ofSeconds(30)).untilAsserted(
                    () -> assertThat(one.db().sql("select count(*) from inbox").query(Long.class).single()).isZero());
        }
        assertThat(overlaps).hasValue(0);
        assertThat(handled).hasSize(CHATS).allSatisfy((chat, messages) -> assertThat(messages)
                .containsExactlyElementsOf(IntStream.range(0, EACH).mapToObj(i -> "m" + i).toList()));
    }

    @Test
    void posts_to_the_same_chats_from_both_instances_all_leave_once() {
        try (Engine one = engine(Optional::of, i -> true); Engine two = engine(Optional::of, i -> true)) {
            IntStream.range(0, 40).parallel().forEach(i -> {
                Engine engine = i % 2 == 0 ? one : two;
                engine.inTransaction(() -> {
                    // in opposite orders: two transactions that took the chats' rows as they come would block each other
                    for (int c = 0; c < 5; c++) {
                        engine.get(Outbox.class).post(text("k", chat("p" + (i % 2 == 0 ? c : 4 - c)), "t" + i));
                    }
                });
            });
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(one.db()
                    .sql("select count(*) from outbox where status = 'SENT'").query(Long.class).single())
                    .isEqualTo(200));
        }
        assertThat(channel.calls()).hasSize(200);
        assertThat(channel.texts(chat("p0"))).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void a_lease_is_held_by_one_instance_until_it_ends_or_is_given_back() {
        try (Engine one = engine(Optional::of, i -> true); Engine two = engine(Optional::of, i -> true)) {
            Lease mine = one.get(Lease.class);
            Lease theirs = two.get(Lease.class);
            assertThat(mine.hold("poll", Duration.ofSeconds(60))).isTrue();
            assertThat(theirs.hold("poll", Duration.ofSeconds(60))).isFalse();
            assertThat(theirs.hold("other", Duration.ofSeconds(60))).isTrue();
            assertThat(mine.hold("poll", Duration.ofSeconds(60))).isTrue();
            theirs.release("poll");
            assertThat(theirs.hold("poll", Duration.ofSeconds(60))).isFalse();
            mine.release("poll");
            assertThat(theirs.hold("poll", Duration.ofSeconds(1))).isTrue();
            await().untilAsserted(() -> assertThat(mine.hold("poll", Duration.ofSeconds(60))).isTrue());
        }
    }

    @Test
    void a_burst_is_borrowed_once_whichever_instance_sends() {
        TestClock clock = new TestClock();
        TestChannel hosted = new TestChannel(clock).can(Hosted.paced(Duration.ofSeconds(6), 45));
        try (Engine one = Engine.on(url).clock(clock).channel(hosted).start();
                Engine two = Engine.on(url).clock(clock).channel(hosted).start()) {
            one.get(Outbox.class).heard(chat("p1"), clock.instant());
            for (int i = 0; i < 50; i++) {
                (i % 2 == 0 ? one : two).get(Outbox.class).post(text("k", chat("p1"), "t" + i));
            }
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(hosted.calls()).hasSize(45));
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(one.db()
                    .sql("select count(*) from scheduled_tasks where task_name = 'outbox-lane' and not picked "
                            + "and execution_time > :now")
                    .param("now", Times.column(clock.instant())).query(Long.class).single()).isEqualTo(1));
        }
        assertThat(hosted.calls()).hasSize(45);
    }

    @Test
    void trap_3_5_two_instances_together_send_no_more_than_the_channel_allows_in_a_second() {
        TestClock clock = new TestClock();
        TestChannel hosted = new TestChannel(clock).paced(Duration.ZERO, 0, 80);
        try (Engine one = Engine.on(url).clock(clock).channel(hosted).start();
                Engine two = Engine.on(url).clock(clock).channel(hosted).start()) {
            for (int i = 0; i < 120; i++) {
                (i % 2 == 0 ? one : two).get(Outbox.class).post(text("k", chat("p" + i), "t"));
            }
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(10)).untilAsserted(() -> {
                // a little more than an eightieth of a second: were each to count for itself, two would leave each time
                clock.advance(Duration.ofMillis(14));
                List.of(one, two).forEach(engine -> engine.get(Scheduler.class).triggerCheckForDueExecutions());
                assertThat(hosted.calls()).hasSize(120);
            });
        }
        List<TestChannel.Call> calls = hosted.calls();
        for (int i = 80; i < calls.size(); i++) {
            assertThat(Duration.between(calls.get(i - 80).at(), calls.get(i).at()))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    private Engine engine(Sieve sieve, Handler handler) {
        return Engine.on(url).channel(channel).bean("sieve", sieve).bean("handler", handler).start();
    }
}
