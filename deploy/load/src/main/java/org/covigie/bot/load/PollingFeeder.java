package org.covigie.bot.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The queue behind {@code getUpdates}: an offset confirms all updates below it, everything else is served again
 * (core.telegram.org/bots/api#getupdates). A newer call ends an older one that still waits.
 *
 * <p>Left out: the server's penalty for polling one offset again within half a second, and the 24 hours after which updates expire.
 */
final class PollingFeeder implements Feeder {
    /** Telegram serves at most so many at once. */
    static final int LARGEST_BATCH = 100;

    /** What a call of getUpdates gets. */
    sealed interface Polled {
        /** Empty after the time-out. */
        record Batch(List<Update> updates) implements Polled {}

        /** Another call came meanwhile: 409. */
        record Conflict() implements Polled {}
    }

    private final Ledger ledger;
    private final Repeats repeats;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Update> queue = new ArrayDeque<>();
    private final Deque<Update> again = new ArrayDeque<>();
    private long latestCall;

    PollingFeeder(Ledger ledger, Repeats repeats) {
        this.ledger = ledger;
        this.repeats = repeats;
    }

    @Override
    public void offer(Update update) {
        lock.lock();
        try {
            queue.add(update);
            update.handedOver(System.nanoTime());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * One call of getUpdates.
     *
     * @param offset 0 when the call gave none
     */
    Polled poll(long offset, int limit, Duration timeout) throws InterruptedException {
        lock.lock();
        try {
            long call = ++latestCall;
            changed.signalAll();
            confirm(offset);
            long left = timeout.toNanos();
            while (queue.isEmpty() && again.isEmpty() && left > 0 && call == latestCall) {
                left = changed.awaitNanos(left);
            }
            return call == latestCall
                    ? new Polled.Batch(batch(Math.clamp(limit, 1, LARGEST_BATCH)))
                    : new Polled.Conflict();
        } finally {
            lock.unlock();
        }
    }

    private void confirm(long offset) {
        while (!queue.isEmpty() && queue.getFirst().id() < offset) {
            Update update = queue.removeFirst();
            ledger.accepted(update);
            if (repeats.concerns(update)) {
                again.add(update);
            }
        }
    }

    private List<Update> batch(int limit) {
        List<Update> batch = new ArrayList<>();
        // repeats go first: the last of a batch decides the next offset
        for (int i = 0; i < limit / 2 && !again.isEmpty(); i++) {
            batch.add(again.removeFirst());
            ledger.repeated();
        }
        Iterator<Update> waiting = queue.iterator();
        while (waiting.hasNext() && batch.size() < limit) {
            batch.add(waiting.next());
        }
        return batch;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            latestCall++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
