package org.covigie.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.covigie.bot.testing.WebHouse.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyLimitTest extends WebTest {
    private static final String CHECK = "/api/v1/patient-data/check";

    @ParameterizedTest
    @ValueSource(strings = {CHECK, "/telegram/webhook", "/whatsapp/inbound"})
    void aBodyOverOneMebibyteIs413(String path) {
        Answer answer = web.post(path, body(BodyLimit.MOST + 1));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void soIsOneWhoseLengthNobodyToldBeforehand() {
        assertThat(web.streams(CHECK, stream(3 * BodyLimit.MOST)).status()).isEqualTo(413);
        assertThat(web.streams("/telegram/webhook", stream(BodyLimit.MOST + 1)).status()).isEqualTo(413);
    }

    @Test
    void oneMebibyteIsTaken() {
        assertThat(web.post(CHECK, body(BodyLimit.MOST)).status()).isEqualTo(200);
        assertThat(web.streams(CHECK, stream(BodyLimit.MOST)).status()).isEqualTo(200);
    }

    /** A request for a check of exactly this length, whose blanks cost the check nothing. */
    private static String body(int length) {
        String begin = "{\"text\":\"\"";
        return begin + " ".repeat(length - begin.length() - 1) + "}";
    }

    private static ByteArrayInputStream stream(int length) {
        return new ByteArrayInputStream(body(length).getBytes(StandardCharsets.UTF_8));
    }
}
