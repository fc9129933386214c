package org.covigie.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.covigie.bot.testing.WebHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class ApiTokensTest {
    private static final Pattern TOKEN = Pattern.compile("covigie_[A-Za-z0-9_-]{43}");

    @ParameterizedTest
    @EnumSource(Database.class)
    void aTokenIsMadeUpPrintedOnceAndKnownFromThenOn(Database database, CapturedOutput output) {
        try (House house = House.on(database)) {
            WebHouse.open(house, Map.of()).close();
            List<String> printed = printed(output);
            assertThat(printed).hasSize(1);
            try (ConfigurableApplicationContext again = WebHouse.open(house, Map.of())) {
                assertThat(printed(output)).hasSize(1);
                assertThat(again.getBean(ApiTokens.class).matches(printed.getFirst())).isTrue();
                assertThat(again.getBean(ApiTokens.class).matches("covigie_")).isFalse();
            }
            assertThat(new String(
                    house.get(JdbcClient.class).sql("select digest from api_token").query(byte[].class).single(),
                    java.nio.charset.StandardCharsets.ISO_8859_1)).hasSize(32).doesNotContain(printed.getFirst());
        }
    }

    @Test
    void aTokenOfTheOperatorsOwnIsNeitherPrintedNorKept(CapturedOutput output) {
        try (House house = House.on(Database.H2);
                ConfigurableApplicationContext web = WebHouse.open(house, Map.of("covigie.api.token", " mine "))) {
            assertThat(web.getBean(ApiTokens.class).matches("mine")).isTrue();
            assertThat(printed(output)).isEmpty();
            assertThat(output.toString()).doesNotContain("generated security password");
            assertThat(house.get(JdbcClient.class).sql("select count(*) from api_token").query(Long.class).single())
                    .isZero();
        }
    }

    private static List<String> printed(CapturedOutput output) {
        return TOKEN.matcher(output.toString()).results().map(MatchResult::group).toList();
    }
}
