package org.covigie.bot.sandbox.twilio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Work in the background, one after another under the same name; a name that has nothing to do costs nothing. */
final class Lanes {

    /** Work that may wait and be interrupted. */
    interface Work {
        void run() throws InterruptedException;
    }

    private final Map<String, Deque<Work>> waiting = new HashMap<>();
    private @Nullable ExecutorService threads;

    synchronized void start() {
        threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("twilio-stand-in-work-", 0).factory());
    }

    /** What is under way is given up, as by a provider that loses it. */
    synchronized void stop() {
        ExecutorService was = threads;
        threads = null;
        waiting.clear();
        if (was != null) {
            was.shutdownNow();
        }
    }

    synchronized void add(String lane, Work work) {
        ExecutorService running = threads;
        if (running == null) {
            return;
        }
        Deque<Work> queue = waiting.get(lane);
        if (queue == null) {
            waiting.put(lane, new ArrayDeque<>(java.util.List.of(work)));
            running.execute(() -> run(lane));
        } else {
            queue.add(work);
        }
    }

    /** How many have something to do. */
    synchronized int underWay() {
        return waiting.size();
    }

    private void run(String lane) {
        Work work = first(lane);
        while (work != null) {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            work = after(lane);
        }
    }

    private synchronized @Nullable Work first(String lane) {
        Deque<Work> queue = waiting.get(lane);
        return queue == null ? null : queue.peek();
    }

    /** The one before stays in the queue until it is done, so that {@link #underWay()} counts it. */
    private synchronized @Nullable Work after(String lane) {
        Deque<Work> queue = waiting.get(lane);
        if (queue == null) {
            return null;
        }
        queue.poll();
        if (queue.isEmpty()) {
            waiting.remove(lane);
            return null;
        }
        return queue.peek();
    }
}
