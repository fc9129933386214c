package org.covigie.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.covigie.bot.testing.WebHouse.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiDescriptionTest extends WebTest {
    @Test
    void everyCallOfTheInterfaceIsDescribedAndNothingElse() {
        Answer answer = web.strangerGets("/v3/api-docs");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("paths").propertyNames()).containsExactlyInAnyOrder("/api/v1/groups",
                "/api/v1/groups/{id}", "/api/v1/signals", "/api/v1/signals/{id}", "/api/v1/signals/{id}/publish",
                "/api/v1/signals/{id}/discard", "/api/v1/signals.csv", "/api/v1/signals.ndjson", "/api/v1/deliveries",
                "/api/v1/patient-data/check", "/api/v1/enrolments", "/api/v1/syntheses", "/api/v1/syntheses/{id}",
                "/api/v1/syntheses/{id}/deliveries", "/api/v1/mailing-list", "/api/v1/mailing-list/{id}");
        assertThat(answer.json().at("/components/securitySchemes/token/scheme").stringValue()).isEqualTo("bearer");
        assertThat(answer.json().at("/info/title").stringValue()).isEqualTo("COViGIE group bot");
    }

    @Test
    void answersAndProblemsAreDescribedByTheirTypes() {
        JsonNode api = web.strangerGets("/v3/api-docs").json();
        JsonNode one = api.at("/paths/~1api~1v1~1signals~1{id}/get/responses");
        assertThat(one.at("/200/content/application~1json/schema/$ref").stringValue())
                .isEqualTo("#/components/schemas/SignalDocument");
        for (String status : new String[]{"400", "401", "404"}) {
            assertThat(one.at("/" + status + "/content/application~1problem+json/schema/$ref").stringValue())
                    .isEqualTo("#/components/schemas/Problem");
        }
        assertThat(api.at("/components/schemas/Problem/properties").propertyNames()).contains("title", "status",
                "detail");
        assertThat(api.at("/components/schemas/SignalDocument/properties").propertyNames()).contains("id", "holds",
                "findings");
        assertThat(api.at("/paths/~1api~1v1~1signals/get/parameters").valueStream()
                .map(parameter -> parameter.get("name").stringValue())).containsExactlyInAnyOrder("status", "kind",
                        "group",
                        "since", "page", "size");
        assertThat(api.at("/paths/~1api~1v1~1signals.csv/get/responses/200/content").propertyNames())
                .containsExactly("text/csv");
        assertThat(api.at("/paths/~1api~1v1~1patient-data~1check/post/requestBody/content").propertyNames())
                .containsExactly("application/json");
    }
}
