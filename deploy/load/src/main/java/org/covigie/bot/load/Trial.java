package org.covigie.bot.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One run of the benchmark: start, set up, warm up, closed loop, open loop, count. Each step has a limit. */
final class Trial {
    private static final int TAG_PERCENT = 15;
    private static final int JOIN_PERCENT = 5;

    /**
     * How much of everything.
     *
     * @param updates of the closed loop
     * @param warmUp updates that are not counted
     * @param rate updates per second in the open loop
     * @param openSeconds its length; 0 leaves it out
     * @param idle how long the bot is left alone before its idle memory is read
     * @param limit of each step
     */
    record Size(Crowd crowd, int updates, int warmUp, int rate, int openSeconds, Duration idle, Duration limit,
            Stage.Manner manner) {}

    private final Size size;
    private final Stage stage;
    private final List<Update> tags = new ArrayList<>();

    private Trial(Size size, Stage stage) {
        this.size = size;
        this.stage = stage;
    }

    static Figures run(Subject subject, Storage storage, Mode mode, Size size, Path directory)
            throws IOException, SQLException {
        Files.createDirectories(directory);
        try (Stage stage = new Stage(subject, storage, mode, size.crowd(), size.manner(), directory)) {
            return new Trial(size, stage).figures(subject, storage, mode);
        }
    }

    private record Closed(double accepted, double handled, double cpu, double foreign) {}

    private record Open(double ackP50, double ackP99, double postP50, double postP99, double cpu) {}

    private Figures figures(Subject subject, Storage storage, Mode mode) throws IOException {
        double start = stage.start();
        Waiting.pause(size.idle());
        double idle = ProcStats.residentMib(stage.process().pid());
        double setup = stage.settleIn(size.limit());
        warmUp();
        Closed closed = closed();
        stage.calm(size.limit());
        Open open = open();
        stage.awaitDrafts(tags.size(), size.manner().quiet(), size.limit());
        double peak = ProcStats.peakMib(stage.process().pid());
        return new Figures(subject.name(), storage.name(), mode.label(), start, setup, closed.accepted(),
                closed.handled(), closed.cpu(),
                closed.foreign(), open.ackP50(), open.ackP99(), open.postP50(), open.postP99(), open.cpu(), idle, peak,
                Exactness.of(tags, stage.api()));
    }

    private List<Update> traffic(int count) {
        List<Update> updates = stage.traffic().mix(count, TAG_PERCENT, JOIN_PERCENT);
        tags.addAll(Ledger.tagsOf(updates));
        return updates;
    }

    private void warmUp() {
        List<Update> updates = traffic(size.warmUp());
        stage.feed(updates);
        stage.awaitAccepted(updates, size.limit());
        stage.awaitAcknowledged(updates, size.limit());
        stage.calm(size.limit());
    }

    private Closed closed() {
        List<Update> updates = traffic(size.updates());
        double cpu = stage.cpuSeconds();
        double foreign = foreignSeconds();
        long begin = System.nanoTime();
        stage.feed(updates);
        boolean accepted = stage.awaitAccepted(updates, size.limit());
        boolean handled = stage.awaitAcknowledged(updates, size.limit()) && accepted;
        double seconds = (System.nanoTime() - begin) / 1e9;
        double spent = stage.cpuSeconds() - cpu;
        double stolen = foreignSeconds() - foreign;
        long lastAccepted = updates.stream().mapToLong(Update::accepted).max().orElse(begin);
        long lastAcknowledged = updates.stream().filter(update -> update.acknowledged() != 0)
                .mapToLong(Update::acknowledged).max()
                .orElse(begin);
        return new Closed(accepted ? perSecond(begin, lastAccepted) : Double.NaN,
                handled ? perSecond(begin, Math.max(lastAccepted, lastAcknowledged)) : Double.NaN,
                handled ? spent * 1_000 / updates.size() : Double.NaN, 100 * Math.max(0, stolen) / seconds);
    }

    private double perSecond(long begin, long end) {
        return size.updates() * 1e9 / Math.max(end - begin, 1);
    }

    /** What neither we nor the subject nor its database have used of the machine's processors. */
    private double foreignSeconds() {
        return ProcStats.machineCpuSeconds() - stage.cpuSeconds() - ProcStats.cpuSeconds(ProcessHandle.current().pid());
    }

    private Open open() {
        List<Update> updates = traffic(size.rate() * size.openSeconds());
        stage.ledger().posts().clear();
        double cpu = stage.cpuSeconds();
        stage.feedEvenly(updates, Duration.ofSeconds(size.openSeconds()));
        boolean done = stage.awaitAccepted(updates, size.limit()) && stage.awaitAcknowledged(updates, size.limit());
        double spent = stage.cpuSeconds() - cpu;
        Samples acknowledgements = new Samples();
        // a tag that was never acknowledged must not make the others look fast
        if (done) {
            Ledger.tagsOf(updates).forEach(tag -> acknowledgements.add(tag.acknowledged() - tag.handedOver()));
        }
        Samples posts = stage.ledger().posts();
        return new Open(acknowledgements.percentileMillis(50), acknowledgements.percentileMillis(99),
                posts.percentileMillis(50),
                posts.percentileMillis(99), done && !updates.isEmpty() ? spent * 1_000 / updates.size() : Double.NaN);
    }
}
