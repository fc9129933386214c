package org.covigie.bot.load;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One subject on one database in one mode, with a Telegram of its own. Everything stays on the loopback interface. */
final class Stage implements AutoCloseable {
    private static final String SECRET = "load-secret_0123456789";
    private static final String API_TOKEN = "load-api-token-0123456789abcdef";
    private static final Duration GLANCE = Duration.ofMillis(250);

    private final Crowd crowd;
    private final Traffic traffic;
    private final Ledger ledger = new Ledger();
    private final Feeder feeder;
    private final LoadEmulator emulator;
    private final SubjectProcess process;
    private final BotApi api;
    private final Storage storage;
    private final Duration quiet;

    /**
     * How the stage behaves.
     *
     * @param connections of the webhook
     * @param repeats which updates come twice
     * @param retries of the webhook
     * @param seed of the traffic
     * @param quiet how long the bot must not call before it counts as having nothing left to do
     * @param sends what the bot's messages meet
     */
    record Manner(int connections, Repeats repeats, RetryPolicy retries, long seed, Duration quiet, Sends sends) {
        Manner(int connections, Repeats repeats, RetryPolicy retries, long seed, Duration quiet) {
            this(connections, repeats, retries, seed, quiet, Sends.ALL);
        }
    }

    /** Prepares it; nothing runs but the emulator until {@link #start}. */
    Stage(Subject subject, Storage storage, Mode mode, Crowd crowd, Manner manner, Path directory)
            throws IOException, SQLException {
        this.crowd = crowd;
        this.storage = storage;
        this.quiet = manner.quiet();
        this.traffic = new Traffic(crowd, manner.seed());
        int port = Ports.free();
        @Nullable
        PollingFeeder polling = mode == Mode.POLLING ? new PollingFeeder(ledger, manner.repeats()) : null;
        this.feeder = polling != null
                ? polling
                : new WebhookFeeder(port, SECRET, manner.connections(), manner.retries(), manner.repeats(), ledger);
        this.emulator = LoadEmulator.start(crowd, ledger, polling, manner.sends());
        Map<String, String> environment = new HashMap<>(storage.place().environment());
        environment.putAll(Map.of("SERVER_PORT", Integer.toString(port), "COVIGIE_PUBLIC_URL",
                "http://127.0.0.1:" + port,
                "COVIGIE_TELEGRAM_TOKEN", Crowd.TOKEN, "COVIGIE_TELEGRAM_API_URL", emulator.url(),
                "COVIGIE_TELEGRAM_MODE", mode.label(),
                "COVIGIE_TELEGRAM_WEBHOOK_SECRET", SECRET, "COVIGIE_API_TOKEN", API_TOKEN, "COVIGIE_SANDBOX", "false"));
        environment.putAll(neverQuiet());
        this.process = new SubjectProcess(subject, directory, environment, port);
        this.api = new BotApi(port, API_TOKEN);
    }

    /** @return seconds until it was ready */
    double start() throws IOException {
        return process.start();
    }

    /**
     * Registers all groups, opens the correspondents' private chats and appoints them; waits until the bot says so itself and
     * has nothing more to send.
     *
     * @return seconds that it took
     */
    double settleIn(Duration limit) {
        long begin = System.nanoTime();
        known(limit);
        feed(traffic.appointments());
        require(() -> api.groupsWithCorrespondent() >= crowd.groups(), limit, "not all correspondents were appointed");
        calm(limit);
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Registers all groups; waits until the bot says so itself and has nothing more to send. */
    void register(Duration limit) {
        known(limit);
        calm(limit);
    }

    private void known(Duration limit) {
        feed(traffic.registrations());
        require(() -> api.groups() >= crowd.groups(), limit, "not all groups were registered");
    }

    /** The groups' quiet hours lie on the other side of the day. */
    private static Map<String, String> neverQuiet() {
        LocalTime far = LocalTime.now(ZoneOffset.UTC).plusHours(12).truncatedTo(ChronoUnit.MINUTES);
        return Map.of("COVIGIE_TIME_ZONE", "UTC", "COVIGIE_QUIET_HOURS", far + "-" + far.plusMinutes(1));
    }

    private void require(BooleanSupplier so, Duration limit, String otherwise) {
        if (!Waiting.until(() -> !process.isAlive() || so.getAsBoolean(), GLANCE, limit) || !process.isAlive()) {
            Children.stillWanted();
            throw new IllegalStateException(otherwise + " within " + limit.toSeconds() + " s; see " + process.log());
        }
    }

    /** Hands over all at once. */
    void feed(List<Update> updates) {
        ledger.expect(updates);
        updates.forEach(feeder::offer);
    }

    /** Hands over one after the other, evenly over the time given; each counts from the moment it was due. */
    void feedEvenly(List<Update> updates, Duration time) {
        ledger.expect(updates);
        long begin = System.nanoTime();
        double step = (double) time.toNanos() / Math.max(updates.size(), 1);
        for (int i = 0; i < updates.size() && !Thread.currentThread().isInterrupted(); i++) {
            long due = begin + (long) (i * step);
            Waiting.pause(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            feeder.offer(updates.get(i));
            updates.get(i).handedOver(due);
        }
    }

    /** @return false when the limit went by first */
    boolean awaitAccepted(List<Update> updates, Duration limit) {
        return Waiting.until(() -> Ledger.all(updates, update -> update.accepted() != 0), Duration.ofMillis(2), limit);
    }

    /** @return false when the limit went by first */
    boolean awaitAcknowledged(List<Update> updates, Duration limit) {
        List<Update> tags = Ledger.tagsOf(updates);
        return Waiting.until(() -> Ledger.all(tags, tag -> tag.acknowledged() != 0), Duration.ofMillis(2), limit);
    }

    /** Waits until the bot has not called for a while. */
    boolean calm(Duration limit) {
        return Waiting.until(() -> ledger.quietSeconds() * 1e9 > quiet.toNanos(), GLANCE, limit);
    }

    /**
     * Waits until the number of drafts is the expected one, or at least changes no more, for some time.
     *
     * @return the number, -1 when the bot does not say
     */
    long awaitDrafts(long expected, Duration stable, Duration limit) {
        long begin = System.nanoTime();
        long since = begin;
        long drafts = api.drafts();
        while (System.nanoTime() - begin < limit.toNanos()) {
            Waiting.pause(GLANCE);
            long now = api.drafts();
            if (now != drafts) {
                drafts = now;
                since = System.nanoTime();
            }
            boolean enough = drafts >= expected && System.nanoTime() - since > stable.toNanos();
            if (enough || Thread.currentThread().isInterrupted()) {
                return drafts;
            }
        }
        return drafts;
    }

    Traffic traffic() {
        return traffic;
    }

    Ledger ledger() {
        return ledger;
    }

    SubjectProcess process() {
        return process;
    }

    BotApi api() {
        return api;
    }

    /** Processor seconds of the subject and of its database so far. */
    double cpuSeconds() {
        return ProcStats.cpuSeconds(process.pid()) + storage.cpuSeconds();
    }

    @Override
    public void close() throws IOException {
        process.close();
        feeder.close();
        emulator.close();
    }
}
