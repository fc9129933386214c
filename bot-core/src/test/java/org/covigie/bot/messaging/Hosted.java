package org.covigie.bot.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.Engine;
import org.covigie.bot.testing.Sayings;
import org.covigie.bot.testing.TestChannel;
import org.covigie.bot.testing.TestClock;
import org.springframework.context.event.EventListener;

/** One engine for all tests of a database, on a channel where people only write to the bot; each test has people of its own. */
final class Hosted {
    private static final Map<Database, Hosted> SHARED = new ConcurrentHashMap<>();

    final TestClock clock = new TestClock();
    final TestChannel channel = new TestChannel(clock).can(TestChannel.HOSTED);
    final List<Object> events = new CopyOnWriteArrayList<>();
    final List<Incoming> handled = new CopyOnWriteArrayList<>();
    final Engine engine;
    final Outbox outbox;
    private final AtomicInteger numbers = new AtomicInteger();

    private Hosted(Database database) {
        Sieve all = Optional::of;
        Handler handler = handled::add;
        engine = Engine.on(database.freshUrl()).clock(clock).channel(channel).bean("ear", new Ear(events))
                .bean("all", all).bean("handler", handler).start();
        outbox = engine.get(Outbox.class);
    }

    static Hosted on(Database database) {
        Hosted hosted = SHARED.computeIfAbsent(database, Hosted::new);
        hosted.channel.can(TestChannel.HOSTED).knows((o, known) -> new Whereabouts.CannotSay()).tells(m -> null);
        return hosted;
    }

    record Ear(List<Object> heard) {
        @EventListener
        void on(ChatGone event) {
            heard.add(event);
        }

        @EventListener
        void on(Undelivered event) {
            heard.add(event);
        }

        @EventListener
        void on(Posted event) {
            heard.add(event);
        }
    }

    /** The same abilities but for the pace. */
    static Capabilities paced(Duration perChat, int burst) {
        Capabilities h = TestChannel.HOSTED;
        return new Capabilities(h.maxText(), h.buttons(), false, false, false, false, h.window(), perChat, 0, 0, burst,
                false, false, true, true, h.openings());
    }

    /** Somebody who never wrote. */
    Address stranger() {
        return TestChannel.chat("p" + numbers.incrementAndGet());
    }

    /** Somebody who has just written. */
    Address person() {
        Address person = stranger();
        writes(person);
        return person;
    }

    void writes(Address person) {
        outbox.heard(person, clock.instant());
    }

    void says(Address person, String text) {
        Incoming.Said said = new Incoming.Said(person, Place.PRIVATE,
                new Sender(person, Words.NONE, null, null, false, false), "m" + numbers.incrementAndGet(), null,
                new Words(text), null, null, false, false, null, clock.instant());
        engine.get(Inbox.class).accept(TestChannel.NAME, List.of(Sayings.arrival("u" + said.message(), said)));
    }

    void receipt(String message, Receipt.State state) {
        receipt(message, state, null);
    }

    void receipt(String message, Receipt.State state, @org.jspecify.annotations.Nullable String code) {
        engine.get(Receipts.class).accept(TestChannel.NAME, List.of(new Receipt(message, state, code)));
    }

    static Post text(Address to, String text) {
        return Sayings.text("k", to, text);
    }

    static Post chatter(Address to, String text) {
        return text(to, text).asChatter(null);
    }

    /** These, in one transaction. */
    void posts(Post... posts) {
        engine.inTransaction(() -> List.of(posts).forEach(outbox::post));
        idle();
    }

    /** Until no lane has anything to do at the present hour. */
    void idle() {
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> assertThat(
                engine.db().sql("select count(*) from scheduled_tasks where picked or execution_time <= :now")
                        .param("now", Times.column(clock.instant())).query(Long.class).single())
                .isZero());
    }

    void passes(Duration time) {
        idle();
        clock.advance(time);
        idle();
    }

    void tends() {
        engine.get(Tending.class).run();
        idle();
    }

    /** Status, code, and whether the words are still there, of what was ever posted to somebody. */
    List<String> rows(Address person) {
        return engine.db().sql("select status || coalesce(' ' || code, '') || case when body is null then '' "
                + "else ' +' end from outbox where lane = :lane order by id")
                .param("lane", engine.get(Sealer.class).lane(person))
                .query((row, n) -> java.util.Objects.requireNonNull(row.getString(1))).list();
    }

    List<String> texts(Address person) {
        return channel.texts(person);
    }

    /** The approved texts somebody got. */
    List<Opening> openers(Address person) {
        return channel.calls(person).stream().map(TestChannel.Call::outgoing)
                .filter(Outgoing.Opener.class::isInstance).map(o -> ((Outgoing.Opener) o).opening()).toList();
    }

    List<Object> events(Class<?> type) {
        return events.stream().filter(type::isInstance).toList();
    }

    Instant now() {
        return clock.instant();
    }

    List<Object> lane(Address person, String column) {
        return List.copyOf(engine.db().sql("select " + column + " from lane where way = 'OUT' and chat = :lane and "
                + column + " is not null").param("lane", engine.get(Sealer.class).lane(person))
                .query((row, n) -> java.util.Objects.requireNonNull(row.getObject(1))).list());
    }
}
