package org.covigie.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.covigie.bot.testing.WebHouse;
import org.covigie.bot.testing.WebHouse.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiSecurityTest extends WebTest {
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/groups", "/api/v1/signals", "/api/v1/signals.csv", "/api/v1/deliveries",
            "/api/v1/nothing",
            "/api"})
    void withoutTheTokenTheAnswerIs401AndSaysWhatIsMissing(String path) {
        Answer answer = web.strangerGets(path);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"covigie\"");
        assertThat(answer.json().get("status").intValue()).isEqualTo(401);
        assertThat(answer.member("title")).isEqualTo("Unauthorized");
        assertThat(answer.member("instance")).isEqualTo(path);
    }

    @Test
    void aWrongTokenIsNamedAsSuch() {
        for (String wrong : List.of("Bearer wrong", "bearer " + WebHouse.TOKEN + "x", "Bearer tökens")) {
            Answer answer = web.strangerGets("/api/v1/groups", "Authorization", wrong);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
        }
        assertThat(web.strangerGets("/api/v1/groups", "Authorization", "Basic dGVzdDp0ZXN0").status()).isEqualTo(401);
        assertThat(web.strangerGets("/api/v1/groups?access_token=" + WebHouse.TOKEN.replace(' ', '+')).status())
                .isEqualTo(401);
    }

    @Test
    void whatIsNotThereIsAProblemToo() {
        Answer unknown = web.get("/api/v1/nothing");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(web.post("/api/v1/enrolments", "{}").status()).isEqualTo(405);
        Answer method = web.call("DELETE", "/api/v1/groups");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).contains("GET");
        assertThat(method.header("Content-Type")).isEqualTo("application/problem+json");
        Answer type = web.post("/api/v1/patient-data/check", "text=x", "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(type.status()).isEqualTo(415);
        assertThat(type.header("Content-Type")).isEqualTo("application/problem+json");
        Answer accept = web.get("/api/v1/groups", "Accept", "image/png");
        assertThat(accept.status()).isEqualTo(406);
        assertThat(accept.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void pagesHaveSafeHeadersAndNoSession() {
        Answer page = web.strangerGets("/register");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo("default-src 'self'; img-src 'self' data:; object-src "
                        + "'none'; base-uri 'none'; frame-ancestors 'self'; form-action 'self'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(page.header("Set-Cookie")).isEmpty();
        assertThat(web.get("/api/v1/groups").header("Set-Cookie")).isEmpty();
    }

    @Test
    void operationsMaySeeHealthAndNumbersAndNothingElse() {
        assertThat(web.strangerGets("/actuator/health").status()).isEqualTo(200);
        assertThat(web.strangerGets("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(web.strangerGets("/actuator/env").status()).isEqualTo(404);
        assertThat(web.strangerGets("/actuator").status()).isEqualTo(404);
        assertThat(web.strangerGets("/somewhere", "Accept", "application/json").status()).isEqualTo(404);
    }

    @Test
    void aPersonWhoIsLostGetsAPage() {
        Answer page = web.strangerGets("/somewhere", "Accept", "text/html,*/*;q=0.8");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("Il n’y a rien à cette adresse");
    }

    @Test
    void platformsMayCallTheirDoorsWithoutAFormToken() {
        // nobody answers there in this house, but nobody is turned away either
        assertThat(web.strangerPosts("/telegram/webhook", "{}").status()).isEqualTo(404);
        assertThat(web.strangerPosts("/whatsapp/inbound", "a=b").status()).isEqualTo(404);
        assertThat(web.strangerPosts("/sandbox/api/say", "{}").status()).isEqualTo(404);
        assertThat(web.strangerPosts("/register", "{}").status()).isEqualTo(403);
    }
}
