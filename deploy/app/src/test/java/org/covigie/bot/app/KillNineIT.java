package org.covigie.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped jar is killed without warning while a thousand tags arrive: there are a thousand drafts, not one more or less. */
class KillNineIT {
    private static final int MINUTES = 12;

    @ParameterizedTest
    @ValueSource(strings = {"polling", "webhook"})
    void aThousandTagsAreAThousandDraftsHoweverOftenTheBotIsKilled(String mode, @TempDir Path directory)
            throws Exception {
        Path output = directory.resolve("kill-run.txt");
        Process run = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                jar(Path.of("../load/target"), "-cli.jar").toString(), "kill", "--jar",
                jar(Path.of("target"), ".jar").toString(), "--db", "h2", "--mode", mode, "--tags", "1000", "--texts",
                "500",
                "--groups", "20", "--kills", "3", "--settle", "240").redirectErrorStream(true)
                .redirectOutput(output.toFile()).start();
        try {
            assertThat(run.waitFor(MINUTES, TimeUnit.MINUTES)).as("over within %s minutes", MINUTES).isTrue();
        } finally {
            run.destroy();
        }
        assertThat(run.exitValue()).as(Files.readString(output)).isZero();
        assertThat(Files.readString(output)).contains("| 1000 | 1000 | 0 | 0 |");
    }

    static Path jar(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .filter(file -> !file.getFileName().toString().contains("-sources")).findFirst().orElseThrow()
                    .toAbsolutePath().normalize();
        }
    }
}
