package org.covigie.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.covigie.bot.app.Installation.Setup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Telegram is away, or does not know the token, or the application was: it starts all the same, says so, and goes on. */
@ExtendWith(OutputCaptureExtension.class)
class BadDaysTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = Setup.class, names = {"POLLING_H2", "WEBHOOK_H2"})
    void telegramIsAwayAtTheStartAndComesBack(Setup setup, CapturedOutput output) {
        try (Installation house = new Installation(setup, folder).startApplication()) {
            await().atMost(Installation.PATIENCE).until(() -> output.getAll().contains("Telegram: unreachable"));
            await().atMost(Installation.PATIENCE).until(() -> house.get("/actuator/health").statusCode() == 503);
            assertThat(house.get("/actuator/health/readiness").statusCode()).isEqualTo(200);

            house.telegram.start();

            await().atMost(Duration.ofSeconds(40)).until(() -> house.get("/actuator/health").statusCode() == 200);
            Village village = Village.working(house);
            int message = village.marc.says("De nouveau là");
            village.julie.replies(message, "/p");
            village.awaitReaction(message, "🤔");
            assertThat(output.getAll()).containsOnlyOnce("Telegram: unreachable");
        }
    }

    @Test
    void aTokenThatTelegramDoesNotKnowIsToldOnce(CapturedOutput output) {
        Installation house = new Installation(Setup.POLLING_H2, folder);
        house.settings.put("covigie.telegram.token", "7000000009:AAanother");
        try (house) {
            house.start();

            await().atMost(Installation.PATIENCE).until(() -> house.get("/actuator/health").statusCode() == 503);
            assertThat(house.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(output.getAll()).containsOnlyOnce("token refused; check COVIGIE_TELEGRAM_TOKEN")
                    .doesNotContain("AAanother");
        }
    }

    @Test
    void afterARestartAReactionIsAnsweredInPrivateAndNothingElseIsLost(CapturedOutput output) {
        try (Installation house = new Installation(Setup.POLLING_H2, folder).start()) {
            Village village = Village.working(house);
            int message = village.marc.says("Écrit avant l’arrêt");
            int other = village.marc.says("Écrit avant l’arrêt aussi");
            village.julie.replies(other, "/p");
            village.awaitReaction(other, "🤔");
            house.stopApplication();
            village.julie.reacts(message, "🤔");
            int meanwhile = village.marc.says("Écrit pendant l’arrêt");
            village.julie.replies(meanwhile, "/f");

            house.startApplication();

            village.awaitReaction(meanwhile, "👀");
            village.julie.hears("Je n’ai plus ce message en mémoire");
            assertThat(village.signals()).hasSize(2);
            village.julie.replies(message, "/p");
            village.awaitReaction(message, "🤔");
            assertThat(output.getAll()).doesNotContain(" ERROR ");
        }
    }
}
