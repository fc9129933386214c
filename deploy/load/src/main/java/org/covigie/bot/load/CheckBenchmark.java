package org.covigie.bot.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.covigie.bot.patientdata.Check;
import org.covigie.bot.patientdata.PatientData;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Time (p50, p99, worst) and memory of one patient-data check on one thread, over labelled messages in turn. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CheckBenchmark {

    private static final List<Flags.Flag> FLAGS = List.of(
            new Flags.Flag("texts", "bot-core/src/test/resources/org/covigie/bot/patientdata/texts-tuning.txt",
                    "messages, one a line after their language and kind, {TYPE:…} around details"),
            new Flags.Flag("rounds", "5", "of warming up, then of measuring"),
            new Flags.Flag("seconds", "4", "that each round lasts"));

    /** Set by the command line. */
    @Param("")
    public String texts = "";

    private final PatientData patientData = new PatientData();
    private List<String> messages = List.of();
    private int next;

    @Setup
    public void read() throws IOException {
        messages = Files.readAllLines(Path.of(texts)).stream().filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(CheckBenchmark::bare).toList();
    }

    @Benchmark
    public Check check() {
        next = next + 1 < messages.size() ? next + 1 : 0;
        return patientData.check(messages.get(next));
    }

    private static String bare(String line) {
        return line.split(" ", 3)[2].replace("\\n", "\n").replaceAll("\\{[A-Z_0-9]+:([^{}]*)}", "$1");
    }

    static String help() {
        return Flags.help("check: time and memory of the patient-data check", FLAGS);
    }

    /** No fork of the machine: this process has done nothing else, and a fork would not find itself in this jar. */
    static int run(List<String> arguments) throws Flags.Wrong {
        Flags flags = Flags.parse(FLAGS, arguments);
        TimeValue round = TimeValue.seconds(flags.number("seconds"));
        try {
            new Runner(new OptionsBuilder().include(CheckBenchmark.class.getName()).param("texts", flags.text("texts"))
                    .forks(0).threads(1).warmupIterations(flags.number("rounds")).warmupTime(round)
                    .measurementIterations(flags.number("rounds")).measurementTime(round)
                    .addProfiler(GCProfiler.class).build()).run();
            return 0;
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }
}
