package org.covigie.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.covigie.bot.testing.WebHouse.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SynthesesApiTest extends WebTest {
    private static final String PATH = "/api/v1/syntheses";

    @Test
    void whatIsHandedInIsTakenOnce() {
        String body = """
                {"externalId":"s-12","title":"Vaccins","summary":"Ce qui manque","url":"https://covigie.example.org/12",
                "groups":[],"signals":[]}""";

        Answer first = web.post(PATH, body);

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.json().propertyNames()).containsExactly("id", "externalId", "title", "summary", "url",
                "language", "receivedAt", "deliveries");
        assertThat(first.json().get("deliveries").propertyNames()).containsExactly("pending", "sent", "failed");
        assertThat(first.member("language")).isEqualTo("fr");
        assertThat(first.member("receivedAt")).endsWith("Z");

        Answer second = web.post(PATH, body.replace("Vaccins", "Autre chose"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.member("id")).isEqualTo(first.member("id"));
        assertThat(second.member("title")).isEqualTo("Vaccins");

        assertThat(web.get(PATH).json().get("items").valueStream()
                .filter(one -> one.get("externalId").asString().equals("s-12"))).hasSize(1);
        String id = first.member("id");
        assertThat(web.get(PATH + "/" + id).member("title")).isEqualTo("Vaccins");
        assertThat(web.get(PATH + "/" + id + "/deliveries").json().propertyNames()).containsExactly("items", "page",
                "size", "total");
    }

    @Test
    void aTitleThatPointsToAPatientIsMasked() {
        assertThat(web.post(PATH, """
                {"externalId":"s-13","title":"Le cas de Mme Bellanger, née le 12/03/1946",
                "url":"https://covigie.example.org/13","groups":[]}""").member("title"))
                .isEqualTo("Le cas de Mme [NOM], née le [DATE DE NAISSANCE]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"externalId\":\"a\",\"title\":\"b\"}",
            "{\"externalId\":\"a\",\"url\":\"https://example.org\"}",
            "{\"title\":\"b\",\"url\":\"https://example.org\"}",
            "{\"externalId\":\"\",\"title\":\"b\",\"url\":\"https://example.org\"}",
            "{\"externalId\":\"a\",\"title\":\"b\",\"url\":\"http://example.org\"}",
            "{\"externalId\":\"a\",\"title\":\"b\",\"url\":\"https://127.0.0.1/\"}",
            "{\"externalId\":\"a\",\"title\":\"b\",\"url\":\"https://169.254.169.254/latest\"}",
            "{\"externalId\":\"a\",\"title\":\"b\",\"url\":\"https://me:secret@example.org\"}",
            "{\"externalId\":\"a\",\"title\":\"b\",\"url\":\"https://localhost\"}",
            "{\"externalId\":\"a\",\"title\":\"b\",\"url\":\"javascript:alert(1)\"}",
            "{\"externalId\":\"a\",\"title\":\"b\",\"url\":\"https://example.org\",\"language\":\"de\"}",
            "{\"externalId\":\"a\",\"title\":\"b\",\"url\":\"https://example.org\",\"groups\":[\"x\"]}",
            "{\"externalId\":\"a\",\"title\":\"b\",\"url\":\"https://example.org\",\"signals\":[\"x\"]}",
            "{\"externalId\":\"a\",\"title\":\"b\",\"url\":\"https://example.org\",\"urgent\":\"yes\"}"})
    void whatIsWrongIsSaidAndNothingIsTaken(String body) {
        long before = web.get(PATH).json().get("total").asLong();

        Answer answer = web.post(PATH, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(web.get(PATH).json().get("total").asLong()).isEqualTo(before);
    }

    @Test
    void whatWasHandedInIsPutRightAndTakenBack() {
        String body = """
                {"externalId":"s-14","title":"Vaccins","url":"https://covigie.example.org/14","groups":[]}""";
        String one = PATH + "/" + web.post(PATH, body).member("id");

        assertThat(web.put(one, body.replace("Vaccins", "Tests")).member("title")).isEqualTo("Tests");
        assertThat(web.get(one).member("title")).isEqualTo("Tests");
        assertThat(web.put(one, body.replace("s-14", "s-15")).status()).isEqualTo(409);
        assertThat(web.put(one, body.replace("https", "http")).status()).isEqualTo(400);
        assertThat(web.put(PATH + "/00000000-0000-0000-0000-000000000000", body).status()).isEqualTo(404);

        assertThat(web.call("DELETE", one).status()).isEqualTo(204);
        assertThat(web.call("DELETE", one).status()).isEqualTo(204);
        assertThat(web.get(one).member("withdrawnAt")).endsWith("Z");
        assertThat(web.put(one, body).status()).isEqualTo(409);
        assertThat(web.call("DELETE", PATH + "/00000000-0000-0000-0000-000000000000").status()).isEqualTo(404);
    }

    @Test
    void whatIsNotThereIs404AndStrangersAre401() {
        assertThat(web.get(PATH + "/00000000-0000-0000-0000-000000000000").status()).isEqualTo(404);
        assertThat(web.get(PATH + "/00000000-0000-0000-0000-000000000000/deliveries").status()).isEqualTo(404);
        assertThat(web.strangerPosts(PATH, "{}").status()).isEqualTo(401);
    }
}
