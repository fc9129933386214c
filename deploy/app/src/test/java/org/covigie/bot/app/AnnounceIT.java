package org.covigie.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped jar announces a synthesis to many groups while the platform fails now and then: each gets it, none twice. */
class AnnounceIT {
    private static final int GROUPS = 150;
    private static final int MINUTES = 8;

    @Test
    void everyGroupGetsItOnce(@TempDir Path directory) throws Exception {
        Path output = directory.resolve("announce.txt");
        Process run = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                KillNineIT.jar(Path.of("../load/target"), "-cli.jar").toString(), "announce", "--jar",
                KillNineIT.jar(Path.of("target"), ".jar").toString(), "--db", "h2", "--groups", String.valueOf(GROUPS),
                "--settle", "300").redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertThat(run.waitFor(MINUTES, TimeUnit.MINUTES)).as("over within %s minutes", MINUTES).isTrue();
        } finally {
            run.destroy();
        }
        String said = Files.readString(output);
        // groups, once, again, twice, never, forgotten, waiting; how close to the ceiling is for idle machines to say
        List<Integer> row = said.lines().filter(line -> line.startsWith("| H2 file | ")).findFirst()
                .map(line -> Arrays.stream(line.split("\\|")).skip(2).limit(7)
                        .map(cell -> Integer.valueOf(cell.strip()))
                        .toList())
                .orElseThrow(() -> new AssertionError(said));
        assertThat(row.get(1) + row.get(2) + row.get(4)).as(said).isEqualTo(GROUPS);
        assertThat(row.get(3)).as("twice").isZero();
        assertThat(row.get(5)).as("forgotten").isZero();
        assertThat(row.get(6)).as("waiting").isZero();
    }
}
