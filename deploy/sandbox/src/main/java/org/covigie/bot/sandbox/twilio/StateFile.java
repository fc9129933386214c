package org.covigie.bot.sandbox.twilio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.core.JacksonException;

/** Keeps the state in a JSON file: written beside and moved over, at most once a second, and when the stand-in stops. */
final class StateFile implements Runnable {

    private final Engine engine;
    private final Path path;
    private final AtomicBoolean planned = new AtomicBoolean();
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("twilio-stand-in-state").factory());

    StateFile(Engine engine, Path path) {
        this.engine = engine;
        this.path = path.toAbsolutePath();
    }

    /** A file that cannot be read is put aside: a sandbox must start. */
    static Optional<State> load(Path path) {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            State state = Json.MAPPER.readValue(path.toFile(), State.class);
            return Optional.of(state);
        } catch (JacksonException e) {
            try {
                Files.move(path, path.resolveSibling(path.getFileName() + ".unreadable"),
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException moving) {
                throw new UncheckedIOException(moving);
            }
            return Optional.empty();
        }
    }

    @Override
    public void run() {
        if (!timer.isShutdown() && planned.compareAndSet(false, true)) {
            timer.schedule(this::write, 1, TimeUnit.SECONDS);
        }
    }

    void close() {
        timer.shutdown();
        write();
    }

    private synchronized void write() {
        planned.set(false);
        byte[] bytes = engine.read(() -> Json.MAPPER.writeValueAsBytes(engine.state));
        try {
            Files.createDirectories(path.getParent());
            Path beside = path.resolveSibling(path.getFileName() + ".new");
            Files.write(beside, bytes);
            Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // a full disk must not end the game; the next change tries again
            System.getLogger(StateFile.class.getName()).log(System.Logger.Level.WARNING,
                    "The sandbox state could not be written: {0}",
                    e.getClass().getSimpleName());
        }
    }
}
