package org.covigie.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.covigie.bot.testing.WebHouse.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class GroupsApiTest extends WebTest {
    @Test
    void aGroupIsToldWithoutPeople() {
        Answer answer = web.get("/api/v1/groups");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactly("items", "page", "size", "total");
        assertThat(answer.member("page")).isEqualTo("0");
        assertThat(answer.member("size")).isEqualTo("50");
        assertThat(answer.member("total")).isEqualTo("1");
        JsonNode group = answer.json().get("items").get(0);
        assertThat(group.propertyNames()).containsExactly("id", "name", "channel", "purpose", "limit", "members",
                "animator",
                "correspondents", "language", "parent");
        assertThat(group.get("name").stringValue()).isEqualTo("Médecins de la côte");
        assertThat(group.get("purpose").stringValue()).isEqualTo("COLLECT");
        assertThat(group.get("limit").intValue()).isEqualTo(60);
        assertThat(group.get("animator").intValue()).isEqualTo(1);
        assertThat(group.get("correspondents").toString()).isEqualTo("[1]");
        assertThat(group.get("language").stringValue()).isEqualTo("fr");
        assertThat(group.get("parent").isNull()).isTrue();
        assertThat(web.get("/api/v1/groups/" + group.get("id")).json()).isEqualTo(group);
        assertThat(answer.body()).doesNotContain("Anna", "Lea");
    }

    @Test
    void beyondTheLastPageThereIsNothing() {
        Answer answer = web.get("/api/v1/groups?page=7&size=200");
        assertThat(answer.json().get("items").isEmpty()).isTrue();
        assertThat(answer.member("total")).isEqualTo("1");
    }

    @Test
    void aGroupNobodyKnowsIs404() {
        for (String id : List.of("4711", "x", "99999999999999999999")) {
            assertThat(web.get("/api/v1/groups/" + id).status()).as(id).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=-1", "page=x", "page=10000001", "page=99999999999", "size=0", "size=201",
            "size=many"})
    void aPageThatCannotBeIs400(String query) {
        Answer answer = web.get("/api/v1/groups?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.member("detail")).contains(query.substring(0, 4));
    }
}
