package org.covigie.bot.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * The command {@code kill}: tags flow while the bot is killed without warning at random moments and started again on the same
 * data. Telegram delivers again what was not accepted, and a share twice. In the end each tag must be exactly one draft.
 *
 * <p>A draft is keyed by the message tagged, so each tag replies to another message.
 */
final class KillRun {
    private static final List<Flags.Flag> FLAGS = Stream
            .concat(Setting.FLAGS.stream(),
                    Stream.of(Setting.MODE, new Flags.Flag("tags", "1000", "commands that must become drafts"),
                            new Flags.Flag("texts", "1000", "ordinary messages between them"),
                            new Flags.Flag("groups", "50", "groups"),
                            new Flags.Flag("members", "12", "members of each who write"),
                            new Flags.Flag("kills", "6", "how often the bot is killed"),
                            new Flags.Flag("shortest", "2", "seconds that it lives at least once it is ready"),
                            new Flags.Flag("longest", "6", "seconds at most"),
                            new Flags.Flag("twice", "0.2", "share of updates that come twice"),
                            new Flags.Flag("connections", "32", "of the webhook"),
                            new Flags.Flag("settle", "300", "seconds to wait for the last draft"),
                            new Flags.Flag("subject", "bot", "or reference")))
            .toList();
    // the bot is down for seconds here, not for hours
    private static final double RETRY_SCALE = 0.05;
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration STABLE = Duration.ofSeconds(5);

    /**
     * What a run found.
     *
     * @param repeated updates delivered once more on purpose
     * @param seconds from the first update to the last draft
     */
    record Outcome(String storage, String mode, int kills, int repeated, boolean allAccepted, double seconds,
            Exactness exactness) {
        boolean exact() {
            return allAccepted && exactness.exact();
        }
    }

    private KillRun() {}

    static String help() {
        return Flags.help("kill: exactly one draft for each tag, whatever happens to the bot's process", FLAGS);
    }

    /** @return 0 when every run was exact */
    static int run(List<String> arguments) throws Flags.Wrong, IOException, SQLException {
        Flags flags = Flags.parse(FLAGS, arguments);
        List<Outcome> outcomes = new ArrayList<>();
        boolean exact = true;
        try (Setting setting = new Setting(flags)) {
            Subject subject = flags.choice("subject", "bot", "reference").contains("bot")
                    ? Subject.bot(setting.jar(), setting.javaOptions())
                    : Subject.bare(setting.javaOptions());
            for (Storage storage : setting.storages()) {
                for (Mode mode : setting.modes()) {
                    String name = storage.name() + ", " + mode.label();
                    System.err.println("… " + name);
                    try {
                        Outcome outcome = run(subject, storage, mode, plan(flags),
                                setting.directory("kill-" + name.replaceAll("[^a-zA-Z0-9]+", "-")));
                        outcomes.add(outcome);
                        System.err.println(row(outcome));
                        exact &= outcome.exact();
                    } catch (IllegalStateException e) {
                        System.err.println("✗ " + name + ": " + e.getMessage());
                        exact = false;
                    }
                }
            }
        }
        System.out.println(markdown(outcomes));
        return exact ? 0 : 1;
    }

    /** One run on one database in one mode. */
    static Outcome run(Subject subject, Storage storage, Mode mode, KillPlan plan, Path directory)
            throws IOException, SQLException {
        Files.createDirectories(directory);
        try (Stage stage = new Stage(subject, storage, mode, plan.crowd(), plan.manner(), directory);
                ExecutorService feeding = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory())) {
            stage.start();
            stage.settleIn(plan.settle());
            List<Update> updates = stage.traffic().traffic(plan.tags(), 0, plan.texts());
            Random random = new Random(plan.manner().seed());
            long begin = System.nanoTime();
            CompletableFuture<?> fed = CompletableFuture.completedFuture(null);
            int kills = 0;
            for (; kills < plan.kills(); kills++) {
                List<Update> share = share(updates, kills, plan.kills() + 1);
                Duration life = between(plan.shortest(), plan.longest(), random);
                // a little longer than the life: the bot is killed in full work, and more waits when it comes back
                fed = fed.thenRunAsync(() -> stage.feedEvenly(share, life.multipliedBy(6).dividedBy(5)), feeding);
                Waiting.pause(life);
                stage.process().kill();
                stage.start();
            }
            fed.join();
            stage.feed(share(updates, kills, plan.kills() + 1));
            boolean accepted = stage.awaitAccepted(updates, plan.settle());
            stage.awaitDrafts(plan.tags(), plan.stable(), plan.settle());
            double seconds = (System.nanoTime() - begin) / 1e9 - plan.stable().toMillis() / 1e3;
            return new Outcome(storage.name(), mode.label(), kills, stage.ledger().repeatCount(), accepted, seconds,
                    Exactness.of(Ledger.tagsOf(updates), stage.api()));
        }
    }

    private static <T> List<T> share(List<T> all, int number, int of) {
        return all.subList((int) ((long) all.size() * number / of), (int) ((long) all.size() * (number + 1) / of));
    }

    private static Duration between(Duration shortest, Duration longest, Random random) {
        return shortest.plusMillis(random.nextLong(longest.minus(shortest).toMillis() + 1));
    }

    private static KillPlan plan(Flags flags) throws Flags.Wrong {
        int seed = flags.number("seed");
        Stage.Manner manner = new Stage.Manner(flags.number("connections"), new Repeats(flags.real("twice"), seed),
                new RetryPolicy(RETRY_SCALE), seed,
                QUIET);
        long shortest = (long) (flags.real("shortest") * 1000);
        return new KillPlan(new Crowd(flags.number("groups"), flags.number("members")), flags.number("tags"),
                flags.number("texts"),
                flags.number("kills"), Duration.ofMillis(shortest),
                Duration.ofMillis(Math.max(shortest, (long) (flags.real("longest") * 1000))),
                Duration.ofSeconds(flags.number("settle")), STABLE, manner);
    }

    private static String markdown(List<Outcome> outcomes) {
        StringBuilder table = new StringBuilder(
                "| database | mode | kills | delivered twice | tags | drafts | lost | duplicated | foreign "
                        + "| acks missing | acks again | s | exact |\n|")
                .append("---|".repeat(13)).append('\n');
        outcomes.forEach(outcome -> table.append(row(outcome)).append('\n'));
        return table.toString();
    }

    private static String row(Outcome outcome) {
        Exactness found = outcome.exactness();
        return String.format(Locale.ROOT, "| %s | %s | %d | %d | %d | %d | %d | %d | %d | %d | %d | %.0f | %s |",
                outcome.storage(), outcome.mode(), outcome.kills(), outcome.repeated(), found.tags(), found.drafts(),
                found.lost(), found.duplicated(), found.foreign(), found.unacknowledged(), found.acknowledgedAgain(),
                outcome.seconds(), outcome.exact() ? "yes" : "NO");
    }
}
