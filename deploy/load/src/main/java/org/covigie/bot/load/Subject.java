package org.covigie.bot.load;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program under test. Every subject is configured by the bot's environment and speaks the bot's HTTP.
 *
 * @param name for the report
 * @param command how it is started
 */
record Subject(String name, List<String> command) {
    /** The bot itself. */
    static Subject bot(Path jar, List<String> javaOptions) {
        return new Subject("bot", java(javaOptions, List.of("-jar", jar.toAbsolutePath().toString())));
    }

    /** The reference loop, see {@link BareBot}. */
    static Subject bare(List<String> javaOptions) {
        String classPath = System.getProperty("java.class.path");
        // packed, this module is one jar that finds its libraries inside itself
        boolean packed = classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator);
        return new Subject("reference", java(javaOptions, packed
                ? List.of("-jar", Path.of(classPath).toAbsolutePath().toString(), "bare")
                : List.of("-cp", classPath, Main.class.getName(), "bare")));
    }

    /** This same Java, so that all subjects run on one. */
    static List<String> java(List<String> options, List<String> program) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(options);
        command.addAll(program);
        return List.copyOf(command);
    }
}
