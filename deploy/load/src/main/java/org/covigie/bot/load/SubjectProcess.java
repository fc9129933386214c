package org.covigie.bot.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One subject as a process of its own, in a directory of its own; may be killed and started again on the same data. */
final class SubjectProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final int SHOWN_LINES = 25;

    private final Subject subject;
    private final Path directory;
    private final Map<String, String> environment;
    private final int port;
    private @Nullable Process process;

    SubjectProcess(Subject subject, Path directory, Map<String, String> environment, int port) {
        this.subject = subject;
        this.directory = directory;
        this.environment = environment;
        this.port = port;
    }

    /**
     * Starts it and waits until it says that it is ready.
     *
     * @return seconds from the start to the first 200 of the readiness probe
     * @throws IllegalStateException when it ends or is not ready in time; the message holds the end of its log
     */
    double start() throws IOException {
        long begin = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(subject.command()).directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        // what the person who measures has set for another bot must not configure this one
        builder.environment().keySet().removeIf(
                name -> name.startsWith("COVIGIE_") || name.startsWith("SPRING_") || name.startsWith("SERVER_"));
        builder.environment().putAll(environment);
        Process started = builder.start();
        Children.keep(started);
        process = started;
        boolean done = Waiting.until(() -> !started.isAlive() || ready(), Duration.ofMillis(25), START_LIMIT);
        if (!done || !started.isAlive()) {
            Children.stillWanted();
            kill();
            throw new IllegalStateException(
                    subject.name() + (done ? " ended" : " is not ready after " + START_LIMIT.toSeconds() + " s")
                            + "; the end of its log:\n" + endOfLog());
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private boolean ready() {
        try (WireClient client = new WireClient(port, Duration.ofSeconds(2))) {
            return client.get("/actuator/health/readiness", Map.of()).status() == 200;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    long pid() {
        Process current = process;
        return current == null ? 0 : current.pid();
    }

    boolean isAlive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    Path log() {
        return directory.resolve("output.log");
    }

    /** SIGKILL: it learns nothing of its end. */
    void kill() {
        Process current = process;
        if (current != null) {
            current.destroyForcibly();
            end(current);
        }
    }

    /** SIGTERM, and SIGKILL when that is not heard. */
    @Override
    public void close() {
        Process current = process;
        if (current != null) {
            current.destroy();
            if (!end(current)) {
                kill();
            }
        }
    }

    private static boolean end(Process process) {
        try {
            return process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String endOfLog() throws IOException {
        List<String> lines = Files.exists(log()) ? Files.readAllLines(log()) : List.of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
    }
}
