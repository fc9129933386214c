package org.covigie.bot.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.covigie.bot.load.PollingFeeder.Polled;
import org.junit.jupiter.api.Test;

class PollingFeederTest {
    private final Ledger ledger = new Ledger();
    private final PollingFeeder feeder = new PollingFeeder(ledger, Repeats.NONE);

    @Test
    void what_is_not_confirmed_is_served_again() throws InterruptedException {
        offer(1, 2, 3);

        assertThat(poll(0)).containsExactly(1L, 2L, 3L);
        assertThat(poll(0)).containsExactly(1L, 2L, 3L);
        assertThat(ledger.acceptedCount()).isZero();
    }

    @Test
    void an_offset_confirms_everything_below_it_and_nothing_else() throws InterruptedException {
        offer(1, 2, 3);

        assertThat(poll(3)).containsExactly(3L);
        assertThat(ledger.acceptedCount()).isEqualTo(2);
        assertThat(poll(2)).containsExactly(3L);
        assertThat(poll(4)).isEmpty();
        assertThat(ledger.acceptedCount()).isEqualTo(3);
    }

    @Test
    void a_batch_has_at_most_a_hundred_updates_and_never_more_than_asked_for() throws InterruptedException {
        offer(LongStream.rangeClosed(1, 250).toArray());

        assertThat(poll(0)).hasSize(100).startsWith(1L);
        assertThat(poll(101)).hasSize(100).startsWith(101L);
        assertThat(ids(feeder.poll(201, 2, Duration.ZERO))).containsExactly(201L, 202L);
    }

    @Test
    void a_call_waits_for_an_update() throws Exception {
        CompletableFuture<Polled> waiting = pollInBackground();

        assertThat(waiting).isNotDone();
        offer(1);

        assertThat(ids(waiting.get(10, TimeUnit.SECONDS))).containsExactly(1L);
    }

    @Test
    void a_newer_call_ends_an_older_one_with_a_conflict() throws Exception {
        CompletableFuture<Polled> older = pollInBackground();
        while (!older.isDone()) {
            // the older call may not have begun to wait yet
            feeder.poll(0, 100, Duration.ofMillis(5));
        }

        assertThat(older.get()).isInstanceOf(Polled.Conflict.class);
    }

    @Test
    void an_update_chosen_to_come_twice_comes_once_more_after_it_was_confirmed_and_before_newer_ones()
            throws InterruptedException {
        PollingFeeder twice = new PollingFeeder(ledger, new Repeats(1, 1));
        twice.offer(update(1));
        twice.offer(update(2));
        twice.poll(0, 1, Duration.ZERO);

        assertThat(ids(twice.poll(2, 100, Duration.ZERO))).containsExactly(1L, 2L);
        assertThat(ids(twice.poll(3, 100, Duration.ZERO))).containsExactly(2L);
        assertThat(ids(twice.poll(3, 100, Duration.ZERO))).isEmpty();
        assertThat(ledger.repeatCount()).isEqualTo(2);
        assertThat(ledger.acceptedCount()).isEqualTo(2);
    }

    private CompletableFuture<Polled> pollInBackground() {
        CompletableFuture<Polled> result = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(feeder.poll(0, 100, Duration.ofSeconds(30)));
            } catch (InterruptedException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private void offer(long... ids) {
        LongStream.of(ids).forEach(id -> feeder.offer(update(id)));
    }

    private static Update update(long id) {
        return new Update(id, -1, new byte[0], null);
    }

    private List<Long> poll(long offset) throws InterruptedException {
        return ids(feeder.poll(offset, 100, Duration.ZERO));
    }

    private static List<Long> ids(Polled polled) {
        return switch (polled) {
            case Polled.Batch batch -> batch.updates().stream().map(Update::id).toList();
            case Polled.Conflict _ -> throw new AssertionError("a conflict");
        };
    }
}
