package org.covigie.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.covigie.bot.app.Installation.Setup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A wrong value stops the start with one sentence that names the variable, and no page of stack trace. */
@ExtendWith(OutputCaptureExtension.class)
class WrongSettingsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"covigie.telegram.token, no-token, COVIGIE_TELEGRAM_TOKEN",
            "covigie.telegram.api-url, telegram.example, COVIGIE_TELEGRAM_API_URL",
            "covigie.telegram.mode, pulling, COVIGIE_TELEGRAM_MODE",
            "covigie.telegram.webhook-secret, 'not a secret', COVIGIE_TELEGRAM_WEBHOOK_SECRET",
            "covigie.telegram.webhook-secret, '', COVIGIE_TELEGRAM_WEBHOOK_SECRET",
            "covigie.sandbox.mode, perhaps, COVIGIE_SANDBOX", "covigie.sandbox.mode, true, COVIGIE_SANDBOX",
            "covigie.data-key, too-short, COVIGIE_DATA_KEY", "covigie.platform.url, platform, COVIGIE_PLATFORM_URL",
            "covigie.public-url, here, COVIGIE_PUBLIC_URL", "spring.datasource.url, somewhere, SPRING_DATASOURCE_URL",
            "spring.datasource.url, jdbc:mysql://somewhere, SPRING_DATASOURCE_URL"})
    void theSentenceNamesTheVariable(String key, String value, String variable, CapturedOutput output) {
        Installation house = new Installation(Setup.WEBHOOK_H2, folder);
        house.settings.put(key, value);

        String said = failsToStart(house, output);

        assertThat(said).contains(variable);
        if (!value.isEmpty()) {
            assertThat(description(said)).doesNotContain("no-token", "not a secret", "too-short");
        }
    }

    @ParameterizedTest
    @CsvSource({"account-sid, '', COVIGIE_WHATSAPP_ACCOUNT_SID", "auth-token, '', COVIGIE_WHATSAPP_AUTH_TOKEN",
            "from, '', COVIGIE_WHATSAPP_FROM", "account-sid, ACxyz, COVIGIE_WHATSAPP_ACCOUNT_SID",
            "auth-token, 'not a token', COVIGIE_WHATSAPP_AUTH_TOKEN",
            "from, '+33123456789', COVIGIE_WHATSAPP_FROM", "api-url, twilio.example, COVIGIE_WHATSAPP_API_URL",
            "template-notice, Bonjour, COVIGIE_WHATSAPP_TEMPLATE_NOTICE",
            "price.sent, free, COVIGIE_WHATSAPP_PRICE_SENT"})
    void theSentenceNamesWhatsAppsVariable(String key, String value, String variable, CapturedOutput output) {
        Installation house = new Installation(Setup.WEBHOOK_H2, folder).withWhatsApp();
        house.settings.put("covigie.whatsapp." + key, value);

        String said = failsToStart(house, output);

        assertThat(description(said)).contains(variable).doesNotContain("not a token");
    }

    @ParameterizedTest
    @CsvSource({"account-sid, ACxyz", "auth-token, sesame-of-the-account", "from, whatsapp:+33123456789"})
    void theSandboxIsNotPlayedBesideAnAccount(String key, String value, CapturedOutput output) {
        Installation house = new Installation(Setup.WEBHOOK_H2, folder);
        house.settings.put("covigie.telegram.token", "");
        house.settings.put("covigie.whatsapp." + key, value);
        house.settings.put("covigie.sandbox.mode", "true");

        assertThat(description(failsToStart(house, output))).contains("COVIGIE_SANDBOX is true",
                "COVIGIE_WHATSAPP_ACCOUNT_SID").doesNotContain("sesame-of-the-account");
    }

    @Test
    void postgresqlAsksForADataKey(CapturedOutput output) {
        Installation house = new Installation(Setup.POLLING_POSTGRESQL, folder);
        house.settings.remove("covigie.data-key");

        assertThat(failsToStart(house, output)).contains("COVIGIE_DATA_KEY must be set");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamed(CapturedOutput output) {
        Installation house = new Installation(Setup.POLLING_POSTGRESQL, folder);
        house.settings.put("spring.datasource.url",
                "jdbc:postgresql://127.0.0.1:" + Installation.freePort() + "/covigie");
        house.settings.put("spring.datasource.username", "covigie");
        house.settings.put("spring.datasource.password", "sesame-of-the-database");
        house.settings.put("spring.datasource.hikari.connection-timeout", "1000");

        assertThat(failsToStart(house, output)).contains("SPRING_DATASOURCE_URL")
                .doesNotContain("sesame-of-the-database");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed(CapturedOutput output) throws IOException {
        // root may write everywhere, but nobody makes a folder below a file
        Path file = Files.writeString(folder.resolve("file"), "");
        Installation house = new Installation(Setup.POLLING_H2, file);

        assertThat(failsToStart(house, output)).containsAnyOf("SPRING_DATASOURCE_URL", "COVIGIE_DATA_KEY")
                .contains(file.toString());
    }

    private static String failsToStart(Installation house, CapturedOutput output) {
        Throwable fault = catchThrowable(house::startApplication);
        house.close();
        assertThat(fault).isNotNull();
        String said = output.getAll();
        assertThat(said).contains("APPLICATION FAILED TO START").doesNotContain("\n\tat ", "Caused by:");
        return said;
    }

    private static String description(String said) {
        return said.substring(said.indexOf("APPLICATION FAILED TO START"));
    }
}
