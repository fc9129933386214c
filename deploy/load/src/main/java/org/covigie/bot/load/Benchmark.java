package org.covigie.bot.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command {@code bench}: the bot and, beside it, the reference, on each database and in each mode. */
final class Benchmark {
    private static final List<Flags.Flag> FLAGS = Stream
            .concat(Setting.FLAGS.stream(),
                    Stream.of(Setting.MODE, new Flags.Flag("subject", "bot,reference", "whom to measure"),
                            new Flags.Flag("groups", "500", "groups"),
                            new Flags.Flag("members", "12", "members of each who write"),
                            new Flags.Flag("updates", "10000", "of the closed loop"),
                            new Flags.Flag("warmup", "5000", "updates before, not counted"),
                            new Flags.Flag("rate", "500", "updates per second of the open loop"),
                            new Flags.Flag("seconds", "20", "its length"),
                            new Flags.Flag("connections", "32", "of the webhook"),
                            new Flags.Flag("limit", "300", "seconds after which a step is given up"),
                            new Flags.Flag("idle", "3", "seconds before idle memory is read"),
                            new Flags.Flag("out", "target/bench.json", "where the figures go as JSON")))
            .toList();

    private static final Duration QUIET = Duration.ofSeconds(2);

    private Benchmark() {}

    static String help() {
        return Flags.help(
                "bench: throughput, latency, processor time, memory and exactness of the bot, beside a bare reference",
                FLAGS);
    }

    /** @return 0 when each tag became exactly one draft in every run of the bot */
    static int run(List<String> arguments) throws Flags.Wrong, IOException, SQLException {
        Flags flags = Flags.parse(FLAGS, arguments);
        Trial.Size size = size(flags);
        List<Figures> all = new ArrayList<>();
        boolean exact = true;
        try (Setting setting = new Setting(flags)) {
            List<Subject> subjects = subjects(flags, setting);
            for (Storage storage : setting.storages()) {
                for (Mode mode : setting.modes()) {
                    for (Subject subject : subjects) {
                        exact &= one(subject, storage, mode, size, setting, all);
                    }
                }
            }
        }
        System.out.println(Report.markdown(all));
        Path out = Path.of(flags.text("out"));
        if (out.getParent() != null) {
            Files.createDirectories(out.getParent());
        }
        Files.write(out, Payloads.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
        System.err.println("Figures in " + out);
        return exact ? 0 : 1;
    }

    private static boolean one(Subject subject, Storage storage, Mode mode, Trial.Size size, Setting setting,
            List<Figures> all)
            throws IOException, SQLException {
        String name = subject.name() + ", " + storage.name() + ", " + mode.label();
        System.err.println("… " + name);
        try {
            Figures figures = Trial.run(subject, storage, mode, size,
                    setting.directory(name.replaceAll("[^a-zA-Z0-9]+", "-")));
            all.add(figures);
            System.err.println(Report.line(figures));
            return figures.exactness().exact() || !subject.name().equals("bot");
        } catch (IllegalStateException e) {
            // the other runs still say something
            System.err.println("✗ " + name + ": " + e.getMessage());
            return false;
        }
    }

    private static List<Subject> subjects(Flags flags, Setting setting) throws Flags.Wrong, IOException {
        List<String> chosen = flags.choice("subject", "bot", "reference");
        List<Subject> subjects = new ArrayList<>();
        if (chosen.contains("bot")) {
            subjects.add(Subject.bot(setting.jar(), setting.javaOptions()));
        }
        if (chosen.contains("reference")) {
            subjects.add(Subject.bare(setting.javaOptions()));
        }
        return subjects;
    }

    private static Trial.Size size(Flags flags) throws Flags.Wrong {
        Stage.Manner manner = new Stage.Manner(flags.number("connections"), Repeats.NONE, new RetryPolicy(1),
                flags.number("seed"), QUIET);
        return new Trial.Size(new Crowd(flags.number("groups"), flags.number("members")), flags.number("updates"),
                flags.number("warmup"),
                flags.number("rate"), flags.number("seconds"), Duration.ofSeconds(flags.number("idle")),
                Duration.ofSeconds(flags.number("limit")),
                manner);
    }
}
