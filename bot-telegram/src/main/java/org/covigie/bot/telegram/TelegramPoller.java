package org.covigie.bot.telegram;

import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.covigie.bot.messaging.Lease;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Receives by polling: a batch is stored first and acknowledged after, by the offset of the next poll, so that no crash
 * loses an update. The offset is the id of the last update plus one and never "the highest so far": after an idle week
 * Telegram starts over with any number (core.telegram.org/bots/api#update).
 */
final class TelegramPoller implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramPoller.class);
    private static final int MOST = 100;
    /** How often one update may come cut short before it is left behind. */
    private static final int TRIES = 3;
    private static final Duration RUSHED = Duration.ofMillis(100);

    private final PollRequest request;
    private final Intake intake;
    private final TelegramApi api;
    private final Self self;
    private final Connection connection;
    private final Leadership leadership;
    private final Pace pace;
    private final Backoff backoff;
    private final boolean on;

    private @Nullable Long offset;
    private int cuts;
    private int broken;

    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile @Nullable CompletableFuture<HttpResponse<byte[]>> inFlight;
    private volatile @Nullable Thread thread;

    TelegramPoller(TelegramProperties properties, Intake intake, TelegramApi api, Self self, Connection connection,
            Lease lease, Pace pace) {
        this.request = new PollRequest(properties);
        this.intake = intake;
        this.api = api;
        this.self = self;
        this.connection = connection;
        this.leadership = new Leadership(lease, pace.lease(), pace.renew());
        this.pace = pace;
        this.backoff = pace.backoff();
        this.on = !properties.webhook();
    }

    @Override
    public boolean isAutoStartup() {
        return on;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofVirtual().name("telegram-poller").start(this::run);
    }

    private void run() {
        while (stopped.getCount() > 0) {
            Duration pause;
            try {
                pause = turn();
            } catch (RuntimeException | Error e) {
                // nothing may end this loop; a message may hold an address or words, so only the kind of fault is told
                LOG.error("Telegram: {} in the poller", e.getClass().getName());
                pause = backoff.next();
            }
            rest(pause);
        }
    }

    /** One poll and what follows from it; returns how long to wait before the next. */
    private Duration turn() {
        if (!leadership.renew()) {
            // whoever polls meanwhile acknowledges; what is left is served from the head again
            offset = null;
            connection.report(Connection.State.STANDBY);
            return pace.standby();
        }
        if (self.name() == null) {
            // needed to tell /cmd@ThisBot from /cmd@OtherBot
            self.ask();
        }
        byte[] body;
        long asked = System.nanoTime();
        try {
            body = await(request.send(offset, cuts == 0 && broken < TRIES ? MOST : 1));
            broken = 0;
        } catch (ExecutionException e) {
            // a transfer that breaks again and again may do so for one update's sake: then they are fetched one by one
            broken = e.getCause() instanceof ConnectException ? 0 : broken + 1;
            connection.report(Connection.State.UNREACHABLE);
            return backoff.next();
        } catch (CancellationException e) {
            return Duration.ZERO;
        }
        Updates updates = Updates.in(body);
        if (updates == null) {
            return refused(Answer.read(body));
        }
        Duration pause = store(updates);
        // a server that does not wait must not be asked without a breath
        boolean rushed = updates.whole().isEmpty() && System.nanoTime() - asked < RUSHED.toNanos();
        return rushed && pause.isZero() ? pace.first() : pause;
    }

    private byte[] await(CompletableFuture<HttpResponse<byte[]>> future) throws ExecutionException {
        inFlight = future;
        while (true) {
            if (stopped.getCount() == 0) {
                future.cancel(true);
            }
            try {
                return future.get(pace.renew().toMillis(), TimeUnit.MILLISECONDS).body();
            } catch (TimeoutException e) {
                if (!leadership.renew()) {
                    future.cancel(true);
                }
            } catch (InterruptedException e) {
                future.cancel(true);
            }
        }
    }

    private Duration store(Updates updates) {
        connection.report(Connection.State.CONNECTED);
        List<byte[]> whole = updates.whole();
        if (!whole.isEmpty()) {
            try {
                intake.take(whole);
            } catch (RuntimeException e) {
                LOG.error("Telegram: {} updates could not be stored ({}); asking for them again", whole.size(),
                        e.getClass().getName());
                return backoff.next();
            }
            acknowledge(whole);
            cuts = 0;
        }
        byte[] cut = updates.cut();
        if (cut != null && whole.isEmpty()) {
            return cut(cut);
        }
        backoff.reset();
        return Duration.ZERO;
    }

    /** An update without a readable id is counted on from the one before it, since ids are given out in sequence. */
    private void acknowledge(List<byte[]> stored) {
        for (byte[] update : stored) {
            Long id = Updates.number(update);
            if (id != null) {
                offset = id + 1;
            } else if (offset != null) {
                offset++;
            }
        }
    }

    /** Asks for this one alone, and leaves it behind when it never comes whole, so that it blocks nobody. */
    private Duration cut(byte[] piece) {
        Long id = Updates.number(piece);
        if (++cuts > TRIES && id != null) {
            intake.giveUp(id, piece.length);
            offset = id + 1;
            cuts = 0;
            return Duration.ZERO;
        }
        return backoff.next();
    }

    private Duration refused(Answer answer) {
        if (!(answer instanceof Answer.Denied denied)) {
            LOG.warn("Telegram: the answer to a poll cannot be read; trying again");
            connection.report(Connection.State.UNREACHABLE);
            return backoff.next();
        }
        if (TelegramApi.refusesToken(denied)) {
            connection.report(Connection.State.REFUSED);
            return pace.refused();
        }
        if (denied.code() == 409) {
            if (denied.description().toLowerCase(Locale.ROOT).contains("webhook")) {
                // left from an earlier run in the other mode; what it holds back is not dropped
                LOG.info("Telegram: a webhook is set; removing it, as the mode is polling");
                return api.call(Call.of("deleteWebhook", Map.of())) instanceof Answer.Done
                        ? Duration.ZERO
                        : backoff.next();
            }
            connection.report(Connection.State.CONFLICT);
            return backoff.next();
        }
        Duration asked = denied.retryAfter();
        if (asked == null) {
            LOG.warn("Telegram: error {} to a poll; trying again", denied.code());
            connection.report(Connection.State.UNREACHABLE);
        }
        return asked == null ? backoff.next() : asked;
    }

    private void rest(Duration pause) {
        try {
            boolean over = pause.isPositive() && stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            if (over) {
                LOG.debug("Telegram: the poller stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the waiting poll at once, but lets a storing finish: an interrupt in the middle of it could harm a file database. */
    @Override
    public void stop() {
        stopped.countDown();
        CompletableFuture<HttpResponse<byte[]>> waiting = inFlight;
        if (waiting != null) {
            waiting.cancel(true);
        }
        Thread running = thread;
        try {
            if (running != null && running.join(Duration.ofSeconds(10))) {
                leadership.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Telegram: the lease could not be given back ({}); it ends by itself", e.getClass().getName());
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
