package org.covigie.bot.sandbox.state;

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
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a state in a JSON file: written beside and moved over, at most once a second, and when the stand-in stops. To be run after
 * each change.
 */
public final class StateFile implements Runnable {

    private final Path path;
    private final Supplier<byte[]> state;
    private final AtomicBoolean planned = new AtomicBoolean();
    private final ScheduledExecutorService timer;

    /**
     * @param state  the state as JSON, as it stands when asked
     * @param thread name of the thread that writes
     */
    public StateFile(Path path, Supplier<byte[]> state, String thread) {
        this.path = path.toAbsolutePath();
        this.state = state;
        this.timer = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name(thread).factory());
    }

    /** A file that cannot be read is put aside: a sandbox must start. */
    public static <S> Optional<S> load(Path path, JsonMapper mapper, Class<S> type) {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(mapper.readValue(path.toFile(), type));
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

    /** Writes it once more, and no more after that. */
    public void close() {
        timer.shutdown();
        write();
    }

    private synchronized void write() {
        planned.set(false);
        byte[] bytes = state.get();
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
