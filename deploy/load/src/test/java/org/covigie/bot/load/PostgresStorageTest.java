package org.covigie.bot.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresStorageTest {
    @TempDir
    private Path directory;

    @Test
    void commits_reach_the_disk_each_run_has_a_database_of_its_own_and_the_servers_work_is_counted() throws Exception {
        try (PostgresStorage storage = PostgresStorage.embedded(directory.resolve("data"), null)) {
            Storage.Place first = storage.place();
            Storage.Place second = storage.place();

            assertThat(storage.setting("fsync")).isEqualTo("on");
            assertThat(storage.setting("synchronous_commit")).isEqualTo("on");
            assertThat(storage.setting("full_page_writes")).isEqualTo("on");
            assertThat(first.environment().get("SPRING_DATASOURCE_URL"))
                    .isNotEqualTo(second.environment().get("SPRING_DATASOURCE_URL"));
            double before = storage.cpuSeconds();
            try (var connection = DriverManager.getConnection(first.environment().get("SPRING_DATASOURCE_URL"),
                    "postgres", "postgres");
                    var statement = connection.createStatement()) {
                statement.execute("select sum(sqrt(n)) from generate_series(1, 2000000) n");
            }
            await().until(() -> storage.cpuSeconds() > before);
        }
    }
}
