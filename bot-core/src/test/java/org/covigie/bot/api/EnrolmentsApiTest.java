package org.covigie.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.covigie.bot.testing.WebHouse.Answer;
import org.junit.jupiter.api.Test;

class EnrolmentsApiTest extends WebTest {
    @Test
    void thereIsAPageOfRequestsToRead() {
        Answer answer = web.get("/api/v1/enrolments?status=REQUESTED");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactly("items", "page", "size", "total");
    }

    @Test
    void anUnknownStatusIs400() {
        assertThat(web.get("/api/v1/enrolments?status=LATER").status()).isEqualTo(400);
    }
}
