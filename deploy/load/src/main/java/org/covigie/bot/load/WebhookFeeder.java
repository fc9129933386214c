package org.covigie.bot.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Posts updates to the bot's webhook over a fixed number of connections: one chat has at most one update on its way, and a
 * refused one is tried again before the chat's next.
 *
 * <p>An update counts as handed over when it is offered, so that a bot that answers slowly cannot slow its own measurement down.
 */
final class WebhookFeeder implements Feeder {
    /** The one header by which the bot knows Telegram (core.telegram.org/bots/api#setwebhook). */
    static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
    static final String PATH = "/telegram/webhook";
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
    private static final int REPEATERS = 4;

    private static final class Lane {
        private final Deque<Update> waiting = new ArrayDeque<>();
        private boolean busy;
        private int failures;
    }

    private record Outcome(boolean taken, @Nullable String retryAfter) {}

    private final int port;
    private final Map<String, String> headers;
    private final RetryPolicy policy;
    private final Repeats repeats;
    private final Ledger ledger;
    private final Map<Long, Lane> lanes = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Lane> ready = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Update> again = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("webhook-retries").factory());
    private final List<Thread> workers = new ArrayList<>();

    WebhookFeeder(int port, String secret, int connections, RetryPolicy policy, Repeats repeats, Ledger ledger) {
        this.port = port;
        this.headers = Map.of(SECRET_HEADER, secret);
        this.policy = policy;
        this.repeats = repeats;
        this.ledger = ledger;
        for (int i = 0; i < connections; i++) {
            workers.add(Thread.ofVirtual().start(this::work));
        }
        for (int i = 0; i < REPEATERS && repeats.share() > 0; i++) {
            workers.add(Thread.ofVirtual().start(this::repeat));
        }
    }

    @Override
    public void offer(Update update) {
        Lane lane = lanes.computeIfAbsent(update.chat(), key -> new Lane());
        synchronized (lane) {
            lane.waiting.add(update);
            update.handedOver(System.nanoTime());
            if (!lane.busy) {
                lane.busy = true;
                ready.add(lane);
            }
        }
    }

    private void work() {
        try (WireClient client = new WireClient(port, ANSWER_LIMIT)) {
            while (true) {
                Lane lane = ready.take();
                Update update;
                int failures;
                synchronized (lane) {
                    update = lane.waiting.getFirst();
                    failures = lane.failures;
                }
                boolean twice = repeats.concerns(update);
                if (twice && failures == 0 && repeats.atOnce(update)) {
                    again.add(update);
                }
                Outcome outcome = post(client, update);
                if (outcome.taken()) {
                    ledger.accepted(update);
                    if (twice && !repeats.atOnce(update)) {
                        again.add(update);
                    }
                    next(lane);
                } else {
                    later(lane, outcome.retryAfter());
                }
            }
        } catch (InterruptedException | IOException e) {
            // closed
        }
    }

    private void next(Lane lane) {
        synchronized (lane) {
            lane.waiting.removeFirst();
            lane.failures = 0;
            lane.busy = !lane.waiting.isEmpty();
            if (lane.busy) {
                ready.add(lane);
            }
        }
    }

    private void later(Lane lane, @Nullable String retryAfter) {
        synchronized (lane) {
            lane.failures++;
            Duration pause = policy.pause(lane.failures, retryAfter);
            try {
                var _ = timer.schedule(() -> ready.add(lane), pause.toNanos(), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                // closed meanwhile
            }
        }
    }

    private Outcome post(WireClient client, Update update) {
        long start = System.nanoTime();
        try {
            WireMessage answer = client.post(PATH, headers, update.json());
            boolean taken = answer.status() / 100 == 2;
            if (taken) {
                ledger.posted(System.nanoTime() - start);
            }
            return new Outcome(taken, taken ? null : answer.header("retry-after"));
        } catch (IOException e) {
            return new Outcome(false, null);
        }
    }

    private void repeat() {
        try (WireClient client = new WireClient(port, ANSWER_LIMIT)) {
            while (true) {
                Update update = again.take();
                try {
                    client.post(PATH, headers, update.json());
                    ledger.repeated();
                } catch (IOException e) {
                    // a repeat is a gift, not a promise
                }
            }
        } catch (InterruptedException | IOException e) {
            // closed
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.forEach(Thread::interrupt);
    }
}
