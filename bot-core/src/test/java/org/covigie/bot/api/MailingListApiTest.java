package org.covigie.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.covigie.bot.testing.WebHouse.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailingListApiTest extends WebTest {
    private static final String PATH = "/api/v1/mailing-list";

    @Test
    void anAddressIsListedChangedAndTakenOff() {
        Answer first = web.post(PATH, """
                {"address":"URPS@exemple.fr","name":"URPS Bretagne"}""");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().propertyNames()).containsExactly("id", "address", "name", "language", "status",
                "since");
        assertThat(first.member("language")).isEqualTo("fr");
        assertThat(first.member("status")).isEqualTo("ACTIVE");

        Answer second = web.post(PATH, """
                {"address":"urps@exemple.fr","name":"URPS médecins","language":"en"}""");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.member("id")).isEqualTo(first.member("id"));
        assertThat(second.member("name")).isEqualTo("URPS médecins");
        assertThat(second.member("language")).isEqualTo("en");
        assertThat(web.get(PATH).json().get("total").asLong()).isOne();

        assertThat(web.call("DELETE", PATH + "/" + first.member("id")).status()).isEqualTo(204);
        assertThat(web.call("DELETE", PATH + "/" + first.member("id")).status()).isEqualTo(404);
        assertThat(web.get(PATH).json().get("items").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"address\":\"a@exemple.fr\"}", "{\"name\":\"ARS\"}",
            "{\"address\":\"ars\",\"name\":\"ARS\"}", "{\"address\":\"a@exemple.fr\",\"name\":\" \"}",
            "{\"address\":\"a@exemple.fr\",\"name\":\"A\\nB\"}", "{\"address\":1,\"name\":\"ARS\"}",
            "{\"address\":\"a@exemple.fr\",\"name\":\"ARS\",\"language\":\"de\"}"})
    void whatIsWrongIsSaid(String body) {
        Answer answer = web.post(PATH, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void strangersAre401() {
        assertThat(web.strangerGets(PATH).status()).isEqualTo(401);
        assertThat(web.strangerPosts(PATH, "{}").status()).isEqualTo(401);
    }
}
