package org.covigie.bot.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** The command line: {@code bench}, {@code kill}, {@code announce}, {@code check}, {@code help}; {@code bare} is how the benchmark starts its reference. */
public final class Main {
    private Main() {}

    /** Ends with 0 when all was exact, 1 when not, 2 when the command line was wrong. */
    public static void main(String[] arguments) throws IOException, SQLException {
        // slf4j would tell each time that the embedded PostgreSQL's log goes nowhere
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        List<String> words = List.of(arguments);
        String command = words.isEmpty() ? "help" : words.getFirst();
        List<String> options = words.subList(Math.min(1, words.size()), words.size());
        try {
            int status = switch (command) {
                case "bench" -> options.contains("--help") ? say(Benchmark.help()) : Benchmark.run(options);
                case "kill" -> options.contains("--help") ? say(KillRun.help()) : KillRun.run(options);
                case "announce" ->
                    options.contains("--help") ? say(AnnounceRun.help()) : AnnounceRun.run(options);
                case "check" -> options.contains("--help") ? say(CheckBenchmark.help()) : CheckBenchmark.run(options);
                case "bare" -> BareBot.serve(System.getenv());
                case "help", "--help", "-h" ->
                    say(Benchmark.help() + "\n" + KillRun.help() + "\n" + AnnounceRun.help() + "\n"
                            + CheckBenchmark.help());
                default ->
                    throw new Flags.Wrong(
                            "Unknown command " + command + "; there are bench, kill, announce, check and help.");
            };
            System.exit(status);
        } catch (Flags.Wrong e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static int say(String text) {
        System.out.println(text);
        return 0;
    }
}
