package org.covigie.bot.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.covigie.bot.testing.Sayings.arrival;
import static org.covigie.bot.testing.Sayings.said;
import static org.covigie.bot.testing.TestChannel.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;

@ParameterizedClass
@EnumSource(Database.class)
class InboxTest {
    private static final Address GROUP = chat("-1");
    private static final Address OTHER = chat("-2");

    private final TestClock clock = new TestClock();
    private final TestChannel channel = new TestChannel(clock);
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private volatile Handler handler = incoming -> false;
    private final Engine engine;
    private final Inbox inbox;

    InboxTest(Database database) {
        Sieve commands = incoming -> incoming instanceof Incoming.Said said && said.text().text().startsWith("/")
                ? Optional.of(incoming)
                : Optional.empty();
        Sieve broken = incoming -> {
            if (incoming instanceof Incoming.Said said && said.text().text().equals("break the sieve")) {
                throw new IllegalStateException(said.text().text());
            }
            return Optional.empty();
        };
        Handler asked = incoming -> handler.handle(incoming);
        Handler recording = incoming -> handled.add(text(incoming));
        engine = Engine.on(database.freshUrl()).clock(clock).channel(channel).bean("commands", commands)
                .bean("broken", broken).bean("asked", asked).bean("recording", recording).start();
        inbox = engine.get(Inbox.class);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void what_is_kept_is_handled_in_the_order_of_its_chat() {
        List<Arrival> batch = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            batch.add(arrival("a" + i, said(GROUP, "m" + i, "/a " + i)));
            batch.add(arrival("b" + i, said(OTHER, "m" + i, "/b " + i)));
        }
        inbox.accept("test", batch.subList(0, 70));
        inbox.accept("test", batch.subList(70, 120));
        await().untilAsserted(() -> assertThat(handled).hasSize(120));
        assertThat(handled.stream().filter(t -> t.startsWith("/a")))
                .containsExactlyElementsOf(IntStream.range(0, 60).mapToObj(i -> "/a " + i).toList());
        assertThat(handled.stream().filter(t -> t.startsWith("/b")))
                .containsExactlyElementsOf(IntStream.range(0, 60).mapToObj(i -> "/b " + i).toList());
        assertThat(count("inbox")).isZero();
    }

    @Test
    void what_no_sieve_keeps_never_reaches_the_database() {
        engine.db().sql("alter table inbox rename to inbox_away").update();
        inbox.accept("test", List.of(arrival("1", said(GROUP, "m1", "le patient va mieux"))));
        assertThat(count("inbox_seen") + count("unreadable")).isZero();
    }

    @Test
    void the_same_id_twice_is_handled_once() {
        inbox.accept("test", List.of(arrival("1", said(GROUP, "m1", "/p")), arrival("1", said(GROUP, "m1", "/p"))));
        await().untilAsserted(() -> assertThat(count("inbox")).isZero());
        inbox.accept("test", List.of(arrival("1", said(GROUP, "m1", "/p")), arrival("0", said(GROUP, "m2", "/s"))));
        await().untilAsserted(() -> assertThat(handled).containsExactly("/p", "/s"));
        assertThat(count("inbox")).isZero();
    }

    @Test
    void copies_that_arrive_at_once_are_handled_once() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> copies = new ArrayList<>();
            for (int copy = 0; copy < 8; copy++) {
                copies.add(threads.submit(() -> inbox.accept("test", IntStream.range(0, 20)
                        .mapToObj(i -> arrival("u" + i, said(i % 2 == 0 ? GROUP : OTHER, "m" + i, "/p " + i)))
                        .toList())));
            }
            for (Future<?> copy : copies) {
                copy.get();
            }
        }
        await().untilAsserted(() -> assertThat(count("inbox")).isZero());
        assertThat(handled).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void what_cannot_be_read_or_judged_is_recorded_without_its_words_and_stops_nobody() {
        inbox.accept("test", List.of(new Arrival("1", 5000, new Arrival.Reading.Unreadable("no chat\u0000id")),
                arrival("2", said(GROUP, "m1", "break the sieve")), arrival("3", said(GROUP, "m2", "/p"))));
        await().untilAsserted(() -> assertThat(handled).containsExactly("/p"));
        assertThat(engine.db().sql("select external_id || ' ' || bytes || ' ' || error from unreadable order by id")
                .query(String.class).list()).satisfiesExactly(first -> assertThat(first).isEqualTo("1 5000 no chat?id"),
                        second -> assertThat(second).startsWith("2 100 IllegalStateException").doesNotContain("break"));
    }

    @Test
    void odd_characters_do_no_harm() {
        inbox.accept("test", List.of(arrival("id\u0000é", said(GROUP, "m1", "/p nul\u0000 half\ud83d emoji 😷"))));
        await().untilAsserted(() -> assertThat(handled).containsExactly("/p nul\u0000 half? emoji 😷"));
    }

    @Test
    void nothing_of_a_batch_is_kept_when_it_cannot_be_stored_whole() {
        engine.db().sql("alter table inbox rename to inbox_away").update();
        List<Arrival> batch = List.of(arrival("1", said(GROUP, "m1", "/p")),
                new Arrival("2", 1, new Arrival.Reading.Unreadable("odd")));
        assertThatThrownBy(() -> inbox.accept("test", batch)).isInstanceOf(DataAccessException.class);
        assertThat(count("inbox_seen") + count("unreadable")).isZero();
        engine.db().sql("alter table inbox_away rename to inbox").update();
        inbox.accept("test", batch);
        await().untilAsserted(() -> assertThat(handled).containsExactly("/p"));
    }

    @Test
    void a_poisoned_row_is_put_aside_and_its_lane_goes_on() {
        handler = incoming -> {
            if (text(incoming).equals("/poison")) {
                throw new IllegalStateException("patient Dupont");
            }
            return false;
        };
        inbox.accept("test", List.of(arrival("1", said(GROUP, "m1", "/poison")), arrival("2", said(GROUP, "m2", "/p")),
                arrival("3", said(OTHER, "m3", "/s"))));
        await().untilAsserted(() -> assertThat(handled).containsExactly("/s"));
        await().untilAsserted(() -> {
            clock.advance(Duration.ofMillis(300));
            assertThat(handled).containsExactly("/s", "/p");
        });
        assertThat(engine.db().sql("select error from inbox where status = 'DEAD'").query(String.class).single())
                .startsWith("IllegalStateException at InboxTest.java").doesNotContain("Dupont");
        assertThat(engine.get(Deliveries.class).deadUpdates()).isEqualTo(1);
    }

    @Test
    void a_lost_race_is_run_again_at_once() {
        List<Integer> tries = new CopyOnWriteArrayList<>();
        handler = incoming -> {
            tries.add(tries.size());
            if (tries.size() < 4) {
                throw new OptimisticLockingFailureException("somebody was faster");
            }
            return false;
        };
        inbox.accept("test", List.of(arrival("1", said(GROUP, "m1", "/p"))));
        await().untilAsserted(() -> assertThat(handled).containsExactly("/p"));
        assertThat(tries).hasSize(4);
    }

    @Test
    void what_only_the_platform_knows_is_asked_again_later() {
        channel.cannotBeAsked(2).completes(incoming -> ((Incoming.Said) incoming).saying(
                new org.covigie.bot.people.Words("/p completed")));
        inbox.accept("test", List.of(arrival("1", said(GROUP, "m1", "/p"))));
        await().untilAsserted(() -> {
            clock.advance(Duration.ofMillis(300));
            assertThat(handled).containsExactly("/p completed");
        });
    }

    @Test
    void words_lie_sealed_in_the_database() {
        handler = incoming -> {
            throw new IllegalStateException("never");
        };
        inbox.accept("test", List.of(arrival("1", said(GROUP, "m1", "/p toux chez Dupont"))));
        await().untilAsserted(() -> assertThat(count("inbox")).isEqualTo(1));
        assertThat(TableBytes.everything(engine.db())).contains("inbox").doesNotContain("toux", "Dupont", "Léa");
    }

    @Test
    void a_group_s_last_messages_are_remembered_with_what_they_answer() {
        Quoted answered = said(GROUP, "m0", "depuis lundi").quoted();
        inbox.accept("test", List.of(arrival("1", said(GROUP, "m1", "moi aussi", answered)),
                arrival("2", new Incoming.Edited(GROUP, org.covigie.bot.testing.Sayings.lea(), "m1", null,
                        new org.covigie.bot.people.Words("moi non plus"), clock.instant()))));
        Recent recent = engine.get(Recent.class);
        assertThat(recent.find(GROUP, "m0"))
                .hasValueSatisfying(q -> assertThat(q.text().text()).isEqualTo("depuis lundi"));
        assertThat(recent.find(GROUP, "m1"))
                .hasValueSatisfying(q -> assertThat(q.text().text()).isEqualTo("moi non plus"));
    }

    @Test
    void ids_are_forgotten_after_six_days() {
        inbox.accept("test", List.of(arrival("1", said(GROUP, "m1", "/p"))));
        await().untilAsserted(() -> assertThat(handled).hasSize(1));
        engine.get(InboxStore.class).purge(clock.instant().plusSeconds(1), clock.instant());
        assertThat(count("inbox_seen")).isZero();
    }

    private long count(String table) {
        return engine.db().sql("select count(*) from " + table).query(Long.class).single();
    }

    private static String text(Incoming incoming) {
        return ((Incoming.Said) incoming).text().text();
    }
}
