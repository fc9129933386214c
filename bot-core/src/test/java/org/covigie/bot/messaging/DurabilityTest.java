package org.covigie.bot.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.covigie.bot.testing.Sayings.arrival;
import static org.covigie.bot.testing.Sayings.said;
import static org.covigie.bot.testing.TestChannel.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.Engine;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;

/** The embedded database and kill -9. */
class DurabilityTest {
    @TempDir
    Path folder;

    @Test
    void what_was_accepted_survives_a_kill() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("covigie") + Database.H2_OPTIONS + ";RETENTION_TIME=5000";
        Process victim = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Victim.class.getName(), url).redirectErrorStream(true).start();
        long accepted = 0;
        try (BufferedReader out = victim.inputReader()) {
            for (String line = out.readLine(); line != null && accepted < 200; line = out.readLine()) {
                accepted = line.startsWith("accepted ") ? Long.parseLong(line.substring(9)) : accepted;
            }
            victim.destroyForcibly().waitFor();
        }
        assertThat(accepted).isEqualTo(200);
        try (Engine engine = Engine.on(url).channel(new TestChannel(InstantSource.system())).asleep().start()) {
            assertThat(engine.db().sql("select count(*) from inbox").query(Long.class).single())
                    .isGreaterThanOrEqualTo(accepted);
        }
    }

    @Test
    void what_was_committed_before_the_database_closed_itself_is_not_taken_for_written() {
        String url = "jdbc:h2:file:" + folder.resolve("covigie") + Database.H2_OPTIONS;
        try (Engine engine = Engine.on(url).channel(new TestChannel(InstantSource.system())).asleep().start()) {
            Durability durability = engine.get(Durability.class);
            AtomicReference<Durability.Lifetime> committed = new AtomicReference<>();
            engine.inTransaction(() -> committed.set(durability.lifetime()));
            assertThatCode(() -> durability.settle(committed.get())).doesNotThrowAnyException();

            engine.inTransaction(() -> committed.set(durability.lifetime()));
            engine.db().sql("shutdown immediately").update();
            await().untilAsserted(() -> assertThatCode(() -> engine.db().sql("select 1").query().singleValue())
                    .doesNotThrowAnyException());
            assertThatThrownBy(() -> durability.settle(committed.get()))
                    .isInstanceOf(DataAccessResourceFailureException.class);

            engine.inTransaction(() -> committed.set(durability.lifetime()));
            assertThatCode(() -> durability.settle(committed.get())).doesNotThrowAnyException();
        }
    }

    /** Accepts one update after the other, says so, and is killed. */
    static final class Victim {
        private Victim() {}

        static void main(String[] args) throws IOException {
            Sieve all = Optional::of;
            try (Engine engine = Engine.on(args[0]).channel(new TestChannel(InstantSource.system())).bean("all", all)
                    .asleep()
                    .start()) {
                Inbox inbox = engine.get(Inbox.class);
                for (int i = 1;; i++) {
                    inbox.accept("test", List.of(arrival("u" + i, said(chat("-" + i % 9), "m" + i, "/p"))));
                    System.out.println("accepted " + i);
                }
            }
        }
    }
}
