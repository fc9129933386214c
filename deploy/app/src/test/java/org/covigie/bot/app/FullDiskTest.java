package org.covigie.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.covigie.bot.app.Installation.Setup;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A full disk, as the application sees one: from one moment on the kernel refuses every write that would make a file grow (a limit of
 * its own process, set from outside by {@code prlimit}), and from another moment on it takes them again.
 */
class FullDiskTest {
    @TempDir
    Path folder;

    @Test
    void whatCannotBeStoredIsRefusedWith503AndTakenOnceThereIsRoom() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "prlimit is not installed");
        Installation house = new Installation(Setup.WEBHOOK_H2, folder);
        house.telegram.start();
        Path output = folder.resolveSibling(folder.getFileName() + ".log");
        Process application = start(house, output);
        try (house) {
            await().atMost(Duration.ofSeconds(90)).until(() -> ready(house));
            Village village = Village.working(house);

            limit(application, Files.size(folder.resolve("covigie.mv.db")));
            int message = village.marc.says("Le disque est plein");
            village.julie.replies(message, "/p");
            HttpResponse<String> refused = Village.eventually(() -> {
                HttpResponse<String> answer = house.post("/telegram/webhook", tag(village, message),
                        "X-Telegram-Bot-Api-Secret-Token", Installation.SECRET);
                return answer.statusCode() == 200 ? null : answer;
            });
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(village.world.pendingUpdates()).isPositive();

            limit(application, -1);
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> "🤔".equals(village.world.botReaction(village.group, message)));
            assertThat(village.signals()).isNotEmpty();
            assertThat(Files.readString(output)).doesNotContain("Le disque est plein", "Brezellec");
        } finally {
            application.destroy();
            if (!application.waitFor(20, TimeUnit.SECONDS)) {
                application.destroyForcibly();
            }
            Files.deleteIfExists(output);
        }
    }

    /** Another tag of the same message under an id of its own: something that must be stored. */
    private static String tag(Village village, int message) {
        long now = System.nanoTime();
        long chat = village.group.id();
        long julie = village.julie.person().id();
        return """
                {"update_id": %d, "message": {"message_id": %d, "date": 1700000000, "text": "/p",
                 "chat": {"id": %d, "type": "supergroup", "title": "x"}, "from": {"id": %d, "is_bot": false, "first_name": "Julie"},
                 "reply_to_message": {"message_id": %d, "date": 1700000000, "chat": {"id": %d, "type": "supergroup", "title": "x"},
                  "from": {"id": %d, "is_bot": false, "first_name": "Marc"}, "text": "%s"}}}"""
                .formatted(now, now % 1_000_000_000, chat, julie, message, chat, village.marc.person().id(),
                        "plein ".repeat(500));
    }

    private static Process start(Installation house, Path output) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m", "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ShippedApplication.class.getName()));
        command.addAll(List.of(house.arguments()));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    private static boolean ready(Installation house) {
        try {
            return house.get("/actuator/health/readiness").statusCode() == 200;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ConnectException) {
                return false;
            }
            throw e;
        }
    }

    /** @param bytes the size beyond which no file grows; negative for none */
    private static void limit(Process process, long bytes) throws IOException, InterruptedException {
        String limit = bytes < 0 ? "unlimited" : bytes + ":unlimited";
        int status = new ProcessBuilder("/usr/bin/prlimit", "--pid", String.valueOf(process.pid()), "--fsize=" + limit)
                .inheritIO().start().waitFor();
        assertThat(status).isZero();
    }
}
