package org.covigie.bot.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The command {@code announce}: a synthesis is handed in and announced to thousands of groups, while Telegram keeps its ceiling
 * and fails now and then. In the end each group must have got it once.
 *
 * <p>Where an answer got lost the bot cannot know: it sends once more after a minute, and such groups are counted apart.
 */
final class AnnounceRun {
    private static final List<Flags.Flag> FLAGS = Stream
            .concat(Setting.FLAGS.stream(),
                    Stream.of(new Flags.Flag("groups", "5000", "groups that are told"),
                            new Flags.Flag("ceiling", "30", "messages a second that Telegram takes"),
                            new Flags.Flag("busy", "0.05", "share answered with 429 although the ceiling was kept"),
                            new Flags.Flag("broken", "0.02", "share answered with 500"),
                            new Flags.Flag("cut", "0.01", "share that is taken while the answer gets lost"),
                            new Flags.Flag("settle", "1800", "seconds to wait for the last group")))
            .toList();
    private static final String ADDRESS = "https://syntheses.example.org/announced-to-all";
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final int GLANCES_A_LINE = 15;

    /** How a run goes. */
    record Plan(int groups, int ceiling, RoughSea.Faults faults, Duration settle, long seed) {}

    /**
     * What a run found.
     *
     * @param seconds from handing it in to the last group, the waits after faults included
     * @param waiting groups of which the bot does not say that they were told, or that it gave up
     */
    record Outcome(String storage, int groups, double seconds, long waiting, RoughSea.Count count) {
        boolean exact() {
            return waiting == 0 && count.exact();
        }
    }

    private AnnounceRun() {}

    static String help() {
        return Flags.help("announce: exactly one announcement in each group, at the pace that Telegram allows", FLAGS);
    }

    /** @return 0 when every run was exact */
    static int run(List<String> arguments) throws Flags.Wrong, IOException, SQLException {
        Flags flags = Flags.parse(FLAGS, arguments);
        List<Outcome> outcomes = new ArrayList<>();
        try (Setting setting = new Setting(flags)) {
            Plan plan = new Plan(flags.number("groups"), flags.number("ceiling"),
                    new RoughSea.Faults(flags.real("busy"), flags.real("broken"), flags.real("cut")),
                    Duration.ofSeconds(flags.number("settle")), flags.number("seed"));
            for (Storage storage : setting.storages()) {
                System.err.println("… " + storage.name());
                Outcome outcome = run(Subject.bot(setting.jar(), setting.javaOptions()), storage, plan,
                        setting.directory("announce-" + storage.name().replaceAll("[^a-zA-Z0-9]+", "-")));
                outcomes.add(outcome);
            }
        }
        System.out.println(markdown(outcomes));
        return outcomes.stream().allMatch(Outcome::exact) ? 0 : 1;
    }

    /** One run on one database. */
    static Outcome run(Subject subject, Storage storage, Plan plan, Path directory) throws IOException, SQLException {
        Files.createDirectories(directory);
        RoughSea sea = new RoughSea(plan.ceiling(), plan.faults(), ADDRESS, plan.seed());
        Stage.Manner manner = new Stage.Manner(8, Repeats.NONE, new RetryPolicy(1), plan.seed(), QUIET, sea);
        try (Stage stage = new Stage(subject, storage, Mode.WEBHOOK, new Crowd(plan.groups(), 1), manner, directory)) {
            stage.start();
            stage.register(plan.settle());
            long begin = System.nanoTime();
            String id = stage.api().announce(ADDRESS);
            BotApi.Reach reach = stage.api().reach(id);
            for (int glance = 1; reach.ended() < plan.groups()
                    && System.nanoTime() - begin < plan.settle().toNanos(); glance++) {
                if (glance % GLANCES_A_LINE == 0) {
                    System.err.printf(Locale.ROOT, "  %d sent, %d failed, %d waiting%n", reach.sent(), reach.failed(),
                            reach.pending());
                }
                Waiting.pause(GLANCE);
                reach = stage.api().reach(id);
            }
            long waiting = plan.groups() - reach.ended();
            double seconds = (System.nanoTime() - begin) / 1e9;
            stage.calm(plan.settle());
            return new Outcome(storage.name(), plan.groups(), seconds, waiting, sea.count(plan.groups()));
        }
    }

    static String markdown(List<Outcome> outcomes) {
        StringBuilder table = new StringBuilder("| database | groups | once | again after a lost answer | twice "
                + "| never (500 twice) | forgotten | waiting | beyond the ceiling | most in 1 s | ceiling used | s | exact |\n|")
                .append("---|".repeat(13)).append('\n');
        for (Outcome outcome : outcomes) {
            RoughSea.Count count = outcome.count();
            table.append(String.format(Locale.ROOT,
                    "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %d | %.0f %% | %.0f | %s |%n", outcome.storage(),
                    outcome.groups(), count.once(), count.again(), count.twice(), count.never(), count.forgotten(),
                    outcome.waiting(), count.over(), count.most(), count.share() * 100, outcome.seconds(),
                    outcome.exact() ? "yes" : "NO"));
        }
        return table.toString();
    }
}
