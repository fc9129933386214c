package org.covigie.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.covigie.bot.messaging.Channel;
import org.covigie.bot.messaging.Inbox;
import org.covigie.bot.messaging.Lease;
import org.covigie.bot.settings.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TelegramConfigurationTest {
    private static final String TOKEN = "123456:T-0ken_that-must-never-show";

    private final ApplicationContextRunner app = new ApplicationContextRunner()
            .withBean(Inbox.class, () -> Mockito.mock(Inbox.class))
            .withBean(Lease.class, () -> Mockito.mock(Lease.class))
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
            .withUserConfiguration(TelegramConfiguration.class, TelegramWebhook.class);

    @Test
    void withoutATokenTheChannelIsOff() {
        app.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Channel.class));
        app.withPropertyValues("covigie.telegram.token=", "covigie.telegram.mode=nonsense")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Channel.class)
                        .doesNotHaveBean(TelegramWebhook.class));
    }

    @Test
    void withATokenItIsOnWhetherTelegramCanBeReachedOrNot() {
        app
                .withPropertyValues("covigie.telegram.token=" + TOKEN, "covigie.telegram.api-url=http://127.0.0.1:1",
                        "covigie.telegram.mode=", "covigie.telegram.webhook-secret=", "covigie.telegram.poll-timeout=")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(Channel.class).hasBean("telegramHealthIndicator")
                            .hasSingleBean(HealthIndicator.class);
                    assertThat(context.getBean(TelegramPoller.class).isRunning()).isTrue();
                    assertThat(context.getBean(TelegramProperties.class).toString()).doesNotContain("T-0ken");
                });
    }

    @Test
    void inWebhookModeNobodyPolls() {
        app
                .withPropertyValues("covigie.telegram.token=" + TOKEN, "covigie.telegram.api-url=http://127.0.0.1:1/",
                        "covigie.telegram.mode=Webhook", "covigie.telegram.webhook-secret=S3cret")
                .run(context -> assertThat(context.getBean(TelegramPoller.class).isRunning()).isFalse());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            token, not-a-token-T-0ken, COVIGIE_TELEGRAM_TOKEN
            token, 'abc:def T-0ken', COVIGIE_TELEGRAM_TOKEN
            api-url, 'https://api.telegram.org/path', COVIGIE_TELEGRAM_API_URL
            api-url, api.telegram.org, COVIGIE_TELEGRAM_API_URL
            api-url, 'ftp://api.telegram.org', COVIGIE_TELEGRAM_API_URL
            api-url, 'http://user@host:1', COVIGIE_TELEGRAM_API_URL
            api-url, 'http://host:99999', COVIGIE_TELEGRAM_API_URL
            api-url, 'http:// ', COVIGIE_TELEGRAM_API_URL
            mode, push, COVIGIE_TELEGRAM_MODE
            mode, webhook, COVIGIE_TELEGRAM_WEBHOOK_SECRET
            webhook-secret, 'not allowed!', COVIGIE_TELEGRAM_WEBHOOK_SECRET
            """)
    void aWrongValueStopsTheStartWithOneSentenceThatNamesTheVariable(String key, String value, String variable) {
        app.withPropertyValues("covigie.telegram.token=" + TOKEN, "covigie.telegram." + key + "=" + value,
                key.equals("webhook-secret") ? "covigie.telegram.mode=webhook" : "covigie.public-url=").run(context -> {
                    assertThat(context).hasFailed();
                    List<Throwable> causes = new ArrayList<>();
                    for (Throwable t = context.getStartupFailure(); t != null; t = t.getCause()) {
                        causes.add(t);
                    }
                    assertThat(causes).last().isInstanceOfSatisfying(WrongSetting.class, wrong -> {
                        assertThat(wrong.variable()).isEqualTo(variable);
                        assertThat(wrong).hasMessageContaining(variable);
                    });
                    assertThat(causes).allSatisfy(cause -> assertThat(cause.toString()).doesNotContain("T-0ken"));
                });
    }
}
