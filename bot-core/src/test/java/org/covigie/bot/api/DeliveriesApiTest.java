package org.covigie.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.covigie.bot.testing.WebHouse.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeliveriesApiTest extends WebTest {
    @Test
    void whatWasSentIsToldWithoutWords() {
        web.draft("/p", "des mots que personne d’autre ne lit");
        Answer answer = web.get("/api/v1/deliveries?status=SENT&size=200");
        assertThat(answer.status()).isEqualTo(200);
        JsonNode first = answer.json().get("items").get(0);
        assertThat(first.propertyNames()).containsExactly("id", "channel", "kind", "status", "code", "attempts",
                "createdAt",
                "finalAt");
        assertThat(first.get("status").stringValue()).isEqualTo("SENT");
        assertThat(first.get("createdAt").stringValue()).endsWith("Z");
        assertThat(answer.body()).doesNotContain("des mots");
        assertThat(web.get("/api/v1/deliveries?status=FAILED").json().get("items").isEmpty()).isTrue();
    }

    @Test
    void aStatusThatCannotBeIs400AndNamesThoseThatCan() {
        Answer answer = web.get("/api/v1/deliveries?status=LOST");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.member("detail"))
                .contains("PENDING, SENDING, SENT, DELIVERED, READ, FAILED, UNKNOWN, CANCELLED");
    }
}
