package org.covigie.bot.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.covigie.bot.testing.Sayings.reaction;
import static org.covigie.bot.testing.Sayings.text;
import static org.covigie.bot.testing.TestChannel.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.covigie.bot.people.Address;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.Engine;
import org.covigie.bot.testing.TestChannel;
import org.covigie.bot.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.event.EventListener;

@ParameterizedClass
@EnumSource(Database.class)
class OutboxTest {
    private static final Address LEA = chat("7");
    private static final Address MAX = chat("8");
    private static final Address GROUP = chat("-1");

    private final TestClock clock = new TestClock();
    private final TestChannel channel = new TestChannel(clock);
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private final Engine engine;
    private final Outbox outbox;

    OutboxTest(Database database) {
        engine = Engine.on(database.freshUrl()).clock(clock).channel(channel).bean("events", new Ear(events)).asleep()
                .start();
        outbox = engine.get(Outbox.class);
    }

    record Ear(List<Object> heard) {
        @EventListener
        void on(ChatGone event) {
            heard.add(event);
        }

        @EventListener
        void on(ChatRelocated event) {
            heard.add(event);
        }
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void what_is_posted_leaves_in_order_and_its_words_are_erased() {
        engine.inTransaction(() -> IntStream.range(0, 30).forEach(i -> outbox.post(text("k", LEA, "toux " + i))));
        assertThat(TableBytes.everything(engine.db())).contains("PENDING").doesNotContain("toux");
        engine.wakeUp();
        settled(30);
        assertThat(channel.texts(LEA))
                .containsExactlyElementsOf(IntStream.range(0, 30).mapToObj(i -> "toux " + i).toList());
        assertThat(one("select count(*) from outbox where status = 'SENT' and body is null and address is null "
                + "and message is not null and attempts = 1")).isEqualTo(30);
        await().untilAsserted(() -> assertThat(
                one("select count(*) from scheduled_tasks where task_name = 'outbox-lane'")).isZero());
    }

    @Test
    void a_rollback_takes_its_posts_back() {
        engine.wakeUp();
        assertThatThrownBy(() -> engine.inTransaction(() -> {
            outbox.post(text("k", LEA, "never"));
            throw new IllegalStateException("no");
        })).hasMessage("no");
        outbox.post(text("k", LEA, "yes"));
        settled(1);
        assertThat(channel.texts(LEA)).containsExactly("yes");
    }

    @Test
    void a_second_post_with_the_same_key_is_dropped_with_all_its_parts() {
        channel.can(new Capabilities(10, 8, true, true, true, true, null, Duration.ZERO, 0, 0));
        outbox.post(text("k", LEA, "one two three four").once("s1"));
        engine.inTransaction(() -> {
            outbox.post(text("k", LEA, "one two three four").once("s1"));
            outbox.post(text("k", MAX, "five").once("s2"));
            outbox.post(text("k", MAX, "six").once("s2"));
        });
        engine.wakeUp();
        settled(3);
        assertThat(channel.texts(LEA)).containsExactly("one two", "three four");
        assertThat(channel.texts(MAX)).containsExactly("five");
    }

    @Test
    void being_asked_to_wait_stops_this_chat_only_and_keeps_its_order() {
        channel.answers(LEA, new Outcome.Later(Duration.ofSeconds(30), "429"));
        outbox.post(text("k", LEA, "a1"));
        outbox.post(text("k", LEA, "a2"));
        outbox.post(text("k", MAX, "b1"));
        engine.wakeUp();
        settled(1);
        assertThat(channel.texts(MAX)).containsExactly("b1");
        await().untilAsserted(() -> assertThat(channel.texts(LEA)).containsExactly("a1"));
        clock.advance(Duration.ofSeconds(29));
        outbox.post(reaction(LEA, "m1"));
        idle();
        assertThat(channel.texts(LEA)).containsExactly("a1");
        clock.advance(Duration.ofSeconds(1));
        settled(4);
        assertThat(channel.texts(LEA)).containsExactly("a1", "a1", "a2", "");
        assertThat(one("select max(attempts) from outbox")).isEqualTo(2);
    }

    @Test
    void what_could_not_be_sent_for_a_day_is_given_up() {
        channel.answers(LEA, new Outcome.Later(null, "connect"), new Outcome.Later(null, "connect"));
        outbox.post(text("k", LEA, "a1"));
        engine.wakeUp();
        await().untilAsserted(() -> assertThat(channel.texts(LEA)).hasSize(1));
        idle();
        clock.advance(Duration.ofHours(25));
        settled(1);
        assertThat(status()).containsExactly("FAILED connect");
    }

    @Test
    void a_refusal_is_final_and_what_was_to_be_posted_otherwise_is() {
        channel.answers(GROUP, new Outcome.Refused("400"));
        outbox.post(text("k", GROUP, "for your eyes only").or(text("k2", LEA, "in private")));
        engine.wakeUp();
        settled(2);
        assertThat(status()).containsExactly("FAILED 400", "SENT ");
        assertThat(channel.texts(LEA)).containsExactly("in private");
    }

    @Test
    void who_cannot_be_reached_gets_what_awaits_them_once_they_open_the_chat() {
        channel.answers(LEA, new Outcome.Gone("403"));
        outbox.post(text("k", LEA, "question").awaiting());
        engine.wakeUp();
        await().untilAsserted(() -> assertThat(events).contains(new ChatGone(LEA, "403")));
        outbox.post(text("k", LEA, "another").awaiting());
        idle();
        assertThat(channel.texts(LEA)).containsExactly("question");
        assertThat(status()).containsExactly("PENDING 403", "PENDING ");
        outbox.opened(LEA);
        settled(2);
        assertThat(channel.texts(LEA)).containsExactly("question", "question", "another");
    }

    @Test
    void a_person_who_is_gone_fails_what_awaits_nothing() {
        channel.answers(LEA, new Outcome.Gone("403"));
        outbox.post(text("k", LEA, "a1"));
        engine.wakeUp();
        settled(1);
        assertThat(status()).containsExactly("FAILED 403");
    }

    @Test
    void a_group_that_is_gone_loses_all_that_waits_for_it() {
        channel.answers(GROUP, new Outcome.Gone("403"));
        engine.inTransaction(() -> List.of("a1", "a2", "a3").forEach(t -> outbox.post(text("k", GROUP, t))));
        engine.wakeUp();
        settled(3);
        assertThat(status()).containsExactly("FAILED 403", "CANCELLED ", "CANCELLED ");
        assertThat(channel.texts(GROUP)).containsExactly("a1");
        assertThat(events).contains(new ChatGone(GROUP, "403"));
    }

    @Test
    void a_group_that_moved_is_followed() {
        Address there = chat("-100");
        channel.answers(GROUP, new Outcome.Moved(there));
        engine.inTransaction(() -> List.of("a1", "a2").forEach(t -> outbox.post(text("k", GROUP, t))));
        engine.wakeUp();
        settled(2);
        assertThat(channel.texts(GROUP)).containsExactly("a1");
        assertThat(channel.texts(there)).containsExactly("a1", "a2");
        assertThat(events).contains(new ChatRelocated(GROUP, there));
    }

    @Test
    void an_unknown_outcome_is_never_repeated_blindly() {
        channel.answers(LEA, new Outcome.Unknown("timeout"));
        outbox.post(text("k", LEA, "a1"));
        outbox.post(text("k", LEA, "a2"));
        engine.wakeUp();
        settled(2);
        assertThat(status()).containsExactly("UNKNOWN timeout", "SENT ");
        assertThat(channel.texts(LEA)).containsExactly("a1", "a2");
    }

    @Test
    void what_must_arrive_is_sent_once_more_after_a_minute_and_lets_others_pass() {
        channel.answers(LEA, new Outcome.Unknown("timeout"), new Outcome.Sent("1"), new Outcome.Unknown("timeout"));
        outbox.post(text("k", LEA, "a1").mustArrive());
        outbox.post(text("k", LEA, "a2"));
        engine.wakeUp();
        settled(1);
        clock.advance(Duration.ofSeconds(59));
        idle();
        assertThat(channel.texts(LEA)).containsExactly("a1", "a2");
        clock.advance(Duration.ofSeconds(1));
        settled(2);
        assertThat(channel.texts(LEA)).containsExactly("a1", "a2", "a1");
        assertThat(status()).containsExactly("UNKNOWN timeout", "SENT ");
        assertThat(one("select max(attempts) from outbox")).isEqualTo(2);
    }

    @Test
    void what_was_being_sent_when_its_instance_died_is_unknown_unless_repeating_is_harmless() {
        outbox.post(text("k", LEA, "a1"));
        outbox.post(reaction(LEA, "m1"));
        outbox.post(text("k", MAX, "b1").mustArrive());
        engine.db().sql("update outbox set status = 'SENDING', attempts = 1").update();
        engine.wakeUp();
        await().untilAsserted(() -> {
            clock.advance(Duration.ofSeconds(2));
            assertThat(status()).containsExactly("UNKNOWN crash", "SENT ", "SENT ");
        });
        assertThat(channel.texts(LEA)).containsExactly("");
        assertThat(channel.texts(MAX)).containsExactly("b1");
    }

    @Test
    void messages_to_one_chat_keep_their_distance_and_reactions_need_not() {
        channel.paced(Duration.ofSeconds(1), 0, 0);
        engine.inTransaction(() -> {
            outbox.post(text("k", LEA, "a1"));
            outbox.post(text("k", LEA, "a2"));
            outbox.post(reaction(LEA, "m1"));
            outbox.post(text("k", MAX, "b1"));
        });
        engine.wakeUp();
        settled(3);
        assertThat(channel.texts(LEA)).containsExactly("a1", "");
        clock.advance(Duration.ofMillis(990));
        idle();
        assertThat(channel.texts(LEA)).hasSize(2);
        clock.advance(Duration.ofMillis(10));
        settled(4);
    }

    @Test
    void no_minute_holds_more_messages_to_a_group_than_allowed() {
        channel.paced(Duration.ofSeconds(1), 20, 0);
        engine.inTransaction(() -> IntStream.range(0, 50).forEach(i -> outbox.post(text("k", GROUP, "t" + i))));
        engine.wakeUp();
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            clock.advance(Duration.ofMillis(500));
            assertThat(channel.calls(GROUP)).hasSize(50);
        });
        List<TestChannel.Call> calls = channel.calls(GROUP);
        for (int i = 20; i < calls.size(); i++) {
            assertThat(Duration.between(calls.get(i - 20).at(), calls.get(i).at()))
                    .isGreaterThan(Duration.ofSeconds(60));
        }
    }

    @Test
    void all_chats_together_keep_the_channel_s_pace_and_use_it() {
        channel.paced(Duration.ZERO, 0, 30);
        engine.inTransaction(() -> IntStream.range(0, 120).forEach(i -> outbox.post(text("k", chat("p" + i), "t"))));
        engine.wakeUp();
        // who comes late waits by the machine's clock: the test's keeps up with it
        AtomicLong last = new AtomicLong(System.nanoTime());
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5)).untilAsserted(() -> {
            long now = System.nanoTime();
            clock.advance(Duration.ofNanos(now - last.getAndSet(now)));
            assertThat(channel.calls()).hasSize(120);
        });
        List<TestChannel.Call> calls = channel.calls();
        for (int i = 30; i < calls.size(); i++) {
            assertThat(Duration.between(calls.get(i - 30).at(), calls.get(i).at()))
                    .as("by a clock that runs some milliseconds behind").isGreaterThan(Duration.ofMillis(950));
        }
        // one at each look for due work would be five a second
        assertThat(Duration.between(calls.getFirst().at(), calls.getLast().at())).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void what_is_cancelled_does_not_leave() {
        engine.inTransaction(() -> {
            outbox.post(text("k", LEA, "a1"));
            outbox.cancel(LEA);
            outbox.post(text("k", LEA, "a2"));
        });
        engine.wakeUp();
        settled(2);
        assertThat(channel.texts(LEA)).containsExactly("a2");
    }

    @Test
    void after_a_month_nothing_is_left() {
        outbox.post(text("k", LEA, "a1"));
        engine.wakeUp();
        settled(1);
        idle();
        engine.get(OutboxStore.class).purge(clock.instant());
        assertThat(one("select count(*) from lane")).isEqualTo(1);
        engine.get(OutboxStore.class).purge(clock.instant().plusSeconds(1));
        assertThat(one("select count(*) from outbox") + one("select count(*) from lane")).isZero();
        outbox.post(text("k", LEA, "a2"));
        settled(1);
    }

    @Test
    void the_operator_sees_where_each_delivery_stands() {
        channel.answers(MAX, new Outcome.Refused("400"));
        outbox.post(text("tag.ack", LEA, "a1"));
        outbox.post(text("tag.no", MAX, "b1"));
        engine.wakeUp();
        settled(2);
        Deliveries deliveries = engine.get(Deliveries.class);
        assertThat(deliveries.page(Deliveries.Status.FAILED, 0, 50).items()).singleElement().satisfies(d -> {
            assertThat(d.kind()).isEqualTo("tag.no");
            assertThat(d.code()).isEqualTo("400");
            assertThat(d.finalAt()).isEqualTo(clock.instant());
        });
        assertThat(deliveries.page(null, 0, 1)).satisfies(p -> assertThat(p.total()).isEqualTo(2));
        assertThat(deliveries.counts()).containsEntry(Deliveries.Status.SENT, 1L).containsEntry(Deliveries.Status.READ,
                0L);
    }

    private void settled(int rows) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> assertThat(one("select count(*) from outbox where final_at is not null")).isEqualTo(rows));
    }

    /** Until no lane has anything to do at the present hour. */
    private void idle() {
        await().untilAsserted(() -> assertThat(engine.db().sql("select count(*) from scheduled_tasks "
                + "where task_name = 'outbox-lane' and (picked or execution_time <= :now)")
                .param("now", Times.column(clock.instant())).query(Long.class).single()).isZero());
    }

    private List<String> status() {
        List<String> all = new ArrayList<>();
        engine.db().sql("select status || ' ' || coalesce(code, '') as s from outbox order by id")
                .query(row -> {
                    all.add(row.getString("s"));
                });
        return all;
    }

    private long one(String sql) {
        return engine.db().sql(sql).query(Long.class).single();
    }
}
