package org.covigie.bot.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.covigie.bot.messaging.Channel;
import org.covigie.bot.messaging.HostedFiles;
import org.covigie.bot.messaging.Inbox;
import org.covigie.bot.messaging.Receipts;
import org.covigie.bot.messaging.Opening;
import org.covigie.bot.people.People;
import org.covigie.bot.settings.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.ClassUtils;

@ExtendWith(OutputCaptureExtension.class)
class WhatsAppConfigurationTest {
    private static final String TOKEN = "T0ken-that-must-never-show";

    private final ApplicationContextRunner house = new ApplicationContextRunner()
            .withBean(Inbox.class, () -> Mockito.mock(Inbox.class))
            .withBean(People.class, () -> Mockito.mock(People.class))
            .withBean(Receipts.class, () -> Mockito.mock(Receipts.class))
            .withBean(HostedFiles.class, () -> Mockito.mock(HostedFiles.class))
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
            .withUserConfiguration(WhatsAppConfiguration.class, WhatsAppWebhook.class, MediaDoor.class);
    private final ApplicationContextRunner on = house.withPropertyValues(
            "covigie.whatsapp.account-sid=" + Twilio.ACCOUNT, "covigie.whatsapp.auth-token=" + TOKEN,
            "covigie.whatsapp.from=" + Twilio.FROM, "covigie.public-url=https://bot.example.org");

    @Test
    void without_an_account_the_channel_is_off() {
        house.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Channel.class));
        house.withPropertyValues("covigie.whatsapp.account-sid=", "covigie.whatsapp.auth-token= ",
                "covigie.whatsapp.from=", "covigie.whatsapp.api-url=nonsense")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Channel.class)
                        .doesNotHaveBean(WhatsAppWebhook.class).doesNotHaveBean(MediaDoor.class));
    }

    @Test
    void with_an_account_it_is_on_whether_twilio_can_be_reached_or_not() {
        on.withPropertyValues("covigie.whatsapp.api-url=http://127.0.0.1:1/").run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(Channel.class).hasSingleBean(HealthIndicator.class)
                    .hasSingleBean(WhatsAppWebhook.class).hasBean("whatsAppMissedMessages");
            WhatsAppProperties properties = context.getBean(WhatsAppProperties.class);
            assertThat(properties.toString()).doesNotContain("T0ken").doesNotContain(Twilio.ACCOUNT);
            assertThat(properties.price().price().currency()).isEqualTo("EUR");
            assertThat(properties.price().price().asOf()).hasToString("2026-10-01");
            assertThat(properties.templates()).isEmpty();
        });
    }

    @Test
    void templates_that_are_set_open_conversations() {
        on.withPropertyValues("covigie.whatsapp.template-enrolment=HX" + "1".repeat(32))
                .run(context -> assertThat(context.getBean(Channel.class).capabilities().openings())
                        .containsExactly(Opening.ENROLMENT));
    }

    @ParameterizedTest
    @CsvSource({"account-sid, COVIGIE_WHATSAPP_ACCOUNT_SID", "auth-token, COVIGIE_WHATSAPP_AUTH_TOKEN",
            "from, COVIGIE_WHATSAPP_FROM"})
    void one_of_the_three_that_is_missing_stops_the_start_and_is_named(String key, String variable) {
        stops(on.withPropertyValues("covigie.whatsapp." + key + "="), variable);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            account-sid, ACxyz, COVIGIE_WHATSAPP_ACCOUNT_SID
            auth-token, 'T0ken with spaces', COVIGIE_WHATSAPP_AUTH_TOKEN
            from, '+33123456789', COVIGIE_WHATSAPP_FROM
            from, 'whatsapp:0123456789', COVIGIE_WHATSAPP_FROM
            api-url, 'https://api.twilio.com/path', COVIGIE_WHATSAPP_API_URL
            api-url, 'ftp://api.twilio.com', COVIGIE_WHATSAPP_API_URL
            api-url, 'http://user@host', COVIGIE_WHATSAPP_API_URL
            template-synthesis, HX12, COVIGIE_WHATSAPP_TEMPLATE_SYNTHESIS
            template-notice, Bonjour, COVIGIE_WHATSAPP_TEMPLATE_NOTICE
            template-enrolment, HX, COVIGIE_WHATSAPP_TEMPLATE_ENROLMENT
            answer-timeout, 0s, COVIGIE_WHATSAPP_ANSWER_TIMEOUT
            price.sent, gratuit, COVIGIE_WHATSAPP_PRICE_SENT
            price.received, -1, COVIGIE_WHATSAPP_PRICE_RECEIVED
            price.currency, euros, COVIGIE_WHATSAPP_PRICE_CURRENCY
            price.as-of, hier, COVIGIE_WHATSAPP_PRICE_AS_OF
            """)
    void a_wrong_value_stops_the_start_with_one_sentence_that_names_the_variable(String key, String value,
            String variable) {
        stops(on.withPropertyValues("covigie.whatsapp." + key + "=" + value), variable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bot.example.org", "ftp://bot.example.org", "https://", "https://bot.example.org?x=y"})
    void a_public_address_that_is_none_stops_the_start(String url) {
        stops(on.withPropertyValues("covigie.public-url=" + url), "COVIGIE_PUBLIC_URL");
    }

    @Test
    void an_address_twilio_cannot_reach_is_told_once_and_not_given_to_it(CapturedOutput output) {
        on.withPropertyValues("covigie.public-url=").run(context -> assertThat(context).hasNotFailed());
        assertThat(output.getAll()).containsOnlyOnce("set COVIGIE_PUBLIC_URL");
    }

    @Test
    void trap_6_7_nothing_that_would_answer_browsers_in_xml_is_on_the_class_path() {
        ClassLoader loader = getClass().getClassLoader();
        assertThat(ClassUtils.isPresent("com.fasterxml.jackson.dataformat.xml.XmlMapper", loader)).isFalse();
        assertThat(ClassUtils.isPresent("tools.jackson.dataformat.xml.XmlMapper", loader)).isFalse();
        assertThat(ClassUtils.isPresent("com.fasterxml.jackson.databind.ObjectMapper", loader)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.jsonwebtoken.Jwts", "com.auth0.jwt.JWT", "com.google.gson.Gson"})
    void trap_6_1_what_messages_and_signatures_do_not_need_of_the_sdk_is_left_out(String unneeded) {
        // all calls of this module's tests are made without it
        assertThat(ClassUtils.isPresent(unneeded, getClass().getClassLoader())).isFalse();
        assertThat(ClassUtils.isPresent("com.twilio.rest.api.v2010.account.Message", getClass().getClassLoader()))
                .isTrue();
    }

    private static void stops(ApplicationContextRunner app, String variable) {
        app.run(context -> {
            assertThat(context).hasFailed();
            List<Throwable> causes = new ArrayList<>();
            for (Throwable t = context.getStartupFailure(); t != null; t = t.getCause()) {
                causes.add(t);
            }
            assertThat(causes).last().isInstanceOfSatisfying(WrongSetting.class,
                    wrong -> assertThat(wrong.variable()).isEqualTo(variable));
            assertThat(causes).allSatisfy(cause -> assertThat(cause.toString()).doesNotContain("T0ken"));
        });
    }
}
