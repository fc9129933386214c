package org.covigie.bot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SandboxEnvironmentTest {

    private static ConfigurableEnvironment with(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        new SandboxEnvironment().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    private static boolean active(Map<String, Object> settings) {
        return with(settings).getProperty("covigie.sandbox.active", Boolean.class, false);
    }

    @Test
    void without_any_channel_the_bot_is_pointed_at_the_stand_in() {
        ConfigurableEnvironment environment = with(
                Map.of("covigie.telegram.token", "", "covigie.sandbox.telegram-port", "0"));
        assertThat(environment.getProperty("covigie.sandbox.active")).isEqualTo("true");
        assertThat(environment.getProperty("covigie.telegram.token")).matches("\\d+:[A-Za-z]{30,}");
        assertThat(environment.getProperty("covigie.telegram.api-url"))
                .isEqualTo("http://127.0.0.1:" + environment.getProperty("covigie.sandbox.telegram-port"));
    }

    @Test
    void whatsapp_is_pointed_at_its_own_stand_in() {
        ConfigurableEnvironment environment = with(
                Map.of("covigie.sandbox.telegram-port", "0", "covigie.sandbox.whatsapp-port", "0"));
        assertThat(environment.getProperty("covigie.sandbox.telephones")).isEqualTo("true");
        assertThat(environment.getProperty("covigie.whatsapp.account-sid")).matches("AC[0-9a-f]{32}");
        assertThat(environment.getProperty("covigie.whatsapp.template-notice")).matches("HX[0-9a-f]{32}");
        assertThat(environment.getProperty("covigie.whatsapp.api-url"))
                .isEqualTo("http://127.0.0.1:" + environment.getProperty("covigie.sandbox.whatsapp-port"));
    }

    @Test
    void a_channel_or_the_word_false_leaves_it_off() {
        assertThat(active(Map.of("covigie.telegram.token", "1:a"))).isFalse();
        assertThat(active(Map.of("COVIGIE_SANDBOX", "false"))).isFalse();
        assertThat(active(Map.of("covigie.sandbox.mode", "FALSE"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"account-sid, AC1", "auth-token, secret", "from, whatsapp:+33123456789"})
    void any_of_whatsapps_three_settings_is_a_channel_and_never_goes_with_true(String key, String value) {
        assertThat(active(Map.of("covigie.whatsapp." + key, value))).isFalse();
        assertThatExceptionOfType(SandboxSettingException.class)
                .isThrownBy(() -> active(Map.of("COVIGIE_SANDBOX", "true", "covigie.whatsapp." + key, value)))
                .withMessageContaining("COVIGIE_WHATSAPP_ACCOUNT_SID").withMessageNotContaining("secret");
    }

    @Test
    void the_sandboxs_own_account_is_no_channel() {
        assertThat(active(Map.of("covigie.whatsapp.account-sid", SandboxEnvironment.ACCOUNT,
                "covigie.whatsapp.auth-token", SandboxEnvironment.AUTH_TOKEN, "covigie.whatsapp.from",
                SandboxEnvironment.SENDER))).isTrue();
    }

    @Test
    void true_is_obeyed_but_never_with_a_real_bot() {
        assertThat(active(Map.of("COVIGIE_SANDBOX", "true"))).isTrue();
        assertThatExceptionOfType(SandboxSettingException.class)
                .isThrownBy(() -> active(Map.of("COVIGIE_SANDBOX", "true", "covigie.telegram.token", "1:secret")))
                .withMessageContaining("COVIGIE_TELEGRAM_TOKEN").withMessageNotContaining("secret");
    }

    @Test
    void another_word_stops_the_start_with_the_variables_name() {
        assertThatExceptionOfType(SandboxSettingException.class)
                .isThrownBy(() -> active(Map.of("COVIGIE_SANDBOX", "maybe"))).withMessageContaining("COVIGIE_SANDBOX");
        assertThatExceptionOfType(SandboxSettingException.class)
                .isThrownBy(() -> active(Map.of("covigie.sandbox.telegram-port", "http")))
                .withMessageContaining("COVIGIE_SANDBOX_TELEGRAM_PORT");
        assertThatExceptionOfType(SandboxSettingException.class)
                .isThrownBy(() -> active(Map.of("covigie.sandbox.whatsapp-port", "http")))
                .withMessageContaining("COVIGIE_SANDBOX_WHATSAPP_PORT");
    }

    @Test
    void a_taken_port_is_replaced_by_a_free_one() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(with(Map.of("covigie.sandbox.telegram-port", port)).getProperty("covigie.sandbox.telegram-port"))
                    .isNotEqualTo(port);
        }
    }
}
