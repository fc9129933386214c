package org.covigie.bot.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.covigie.bot.testing.TestChannel.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.covigie.bot.people.Address;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.Engine;
import org.covigie.bot.testing.TestChannel;
import org.covigie.bot.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten lines relayed to sixty people by a provider that is busy, fails before the fact and fails after it. */
@ParameterizedClass
@EnumSource(Database.class)
class StormTest {
    private static final int PEOPLE = 60;
    private static final int LINES = 10;

    private final TestClock clock = new TestClock();
    private final Provider provider = new Provider();
    private final Engine engine;

    StormTest(Database database) {
        engine = Engine.on(database.freshUrl()).clock(clock).channel(provider).start();
    }

    /** A message the provider has. */
    private record Taken(Address to, String text, String id) {}

    private final class Provider implements Channel {
        private final Random dice = new Random(4);
        private final List<Taken> taken = new CopyOnWriteArrayList<>();
        private final List<Thread> telling = new CopyOnWriteArrayList<>();
        private final List<String> told = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return TestChannel.NAME;
        }

        @Override
        public Capabilities capabilities() {
            return Hosted.paced(Duration.ofSeconds(6), 3);
        }

        @Override
        public Outcome send(Outgoing outgoing) {
            int throwing = rolled(100);
            if (throwing < 5) {
                return new Outcome.Later(Duration.ofSeconds(1), "429");
            }
            if (throwing < 7) {
                return new Outcome.Unknown("500");
            }
            String id;
            synchronized (this) {
                id = "m" + taken.size();
                taken.add(new Taken(outgoing.to(), ((Outgoing.Text) outgoing).text().text(), id));
            }
            switch (rolled(3)) {
                case 0 -> delivered(id);
                case 1 -> telling.add(Thread.startVirtualThread(() -> delivered(id)));
                default -> Thread.onSpinWait();
            }
            return throwing < 8 ? new Outcome.Unknown("timeout") : new Outcome.Sent(id);
        }

        @Override
        public Whereabouts whereabouts(Outgoing outgoing, Instant called, Set<String> known) {
            String text = ((Outgoing.Text) outgoing).text().text();
            return taken.stream()
                    .filter(t -> t.to().equals(outgoing.to()) && t.text().equals(text) && !known.contains(t.id()))
                    .<Whereabouts>map(t -> new Whereabouts.Has(t.id())).findFirst()
                    .orElse(new Whereabouts.HasNot());
        }

        /** Tells so before the call comes back, or while it does. */
        private void delivered(String id) {
            engine.get(Receipts.class).accept(name(), List.of(new Receipt(id, Receipt.State.SENT, null),
                    new Receipt(id, Receipt.State.DELIVERED, null)));
            told.add(id);
        }

        private synchronized int rolled(int sides) {
            return dice.nextInt(sides);
        }
    }

    @Test
    void every_copy_has_one_final_state_and_nobody_gets_a_line_twice() throws InterruptedException {
        Outbox outbox = engine.get(Outbox.class);
        List<Address> people = IntStream.range(0, PEOPLE).mapToObj(i -> chat("p" + i)).toList();
        people.forEach(person -> outbox.heard(person, clock.instant()));
        for (int line = 0; line < LINES; line++) {
            String text = "ligne " + line;
            engine.inTransaction(() -> people.forEach(person -> outbox.post(Hosted.chatter(person, text))));
        }
        await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(10)).until(() -> {
            // the clock only moves while nobody works: who is slow would be taken for dead
            if (count(
                    "scheduled_tasks where picked or execution_time <= '" + Times.column(clock.instant()) + "'") == 0) {
                clock.advance(Duration.ofSeconds(1));
            }
            return count("outbox where status in ('PENDING', 'SENDING', 'UNKNOWN')") == 0;
        });
        for (Thread thread : provider.telling) {
            thread.join();
        }
        Changes changes = engine.get(Changes.class);
        assertThat(provider.told).hasSizeGreaterThan(PEOPLE / 3).allSatisfy(id -> assertThat(count(
                "outbox where message_print = '" + changes.print(TestChannel.NAME, id) + "' and status <> 'DELIVERED'"))
                .as("no receipt was lost").isZero());
        List<Receipt> receipts = new ArrayList<>();
        for (Taken one : provider.taken) {
            receipts.add(new Receipt(one.id(), Receipt.State.DELIVERED, null));
            receipts.add(new Receipt(one.id(), Receipt.State.READ, null));
            receipts.add(new Receipt(one.id(), Receipt.State.SENT, null));
        }
        Collections.shuffle(receipts, new Random(7));
        engine.get(Receipts.class).accept(TestChannel.NAME, receipts);

        assertThat(count("outbox")).isEqualTo(PEOPLE * LINES);
        assertThat(count("outbox where status = 'READ' and final_at is not null")).isEqualTo(PEOPLE * LINES);
        assertThat(count("outbox where body is not null or address is not null")).isZero();
        List<String> all = IntStream.range(0, LINES).mapToObj(line -> "ligne " + line).toList();
        for (Address person : people) {
            assertThat(provider.taken.stream().filter(t -> t.to().equals(person))
                    .flatMap(t -> Arrays.stream(t.text().split("\n")))).containsExactlyElementsOf(all);
        }
        assertThat(engine.db().sql("select count(*) from outbox where attempts > 1").query(Long.class).single())
                .as("the provider was no easy one").isPositive();
        engine.close();
    }

    private long count(String what) {
        return engine.db().sql("select count(*) from " + what).query(Long.class).single();
    }
}
