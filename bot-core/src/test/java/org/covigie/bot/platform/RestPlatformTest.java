package org.covigie.bot.platform;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import org.covigie.bot.signals.Platform.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RestPlatformTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance().build();

    private RestPlatform platform = platform("", Duration.ofSeconds(10));

    private static RestPlatform platform(String token, Duration read) {
        return new RestPlatform(URI.create(SERVER.baseUrl() + "/v1/signals"), token,
                new RestPlatform.Patience(Duration.ofSeconds(2), read), JsonMapper.shared());
    }

    @BeforeEach
    void fresh() {
        platform.close();
        platform = platform("s3cret", Duration.ofSeconds(10));
    }

    @AfterEach
    void closes() {
        platform.close();
    }

    private Outcome answered(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(post("/v1/signals").willReturn(answer));
        return platform.publish(SomeSignal.saying("Rupture d’amoxicilline"), SomeSignal.ID + "-1");
    }

    @Test
    void theSignalGoesAsTheContractSays() {
        answered(aResponse().withStatus(201));
        answered(aResponse().withStatus(201));
        SERVER.verify(2, postRequestedFor(urlEqualTo("/v1/signals"))
                .withHeader("Idempotency-Key", equalTo(SomeSignal.ID + "-1"))
                .withHeader("Authorization", equalTo("Bearer s3cret"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(equalToJson(
                        """
                                {"id":"0b0e5ad0-7bd3-4bb5-9a0b-6f5b1a2c3d4e","number":7,"kind":"PROBLEM","status":"PUBLISHING",
                                "holds":[],"text":"Rupture d’amoxicilline","note":null,"group":{"id":1,"name":"Côte"},"channel":"test",
                                "authorProfession":null,"department":"29","sourceAt":"2026-11-23T09:00:00Z",
                                "taggedAt":"2026-11-23T09:01:00Z","publishedAt":null,"answers":[],"platform":null,"findings":[]}""")));
    }

    @Test
    void withoutATokenNoneIsSent() {
        platform.close();
        platform = platform("", Duration.ofSeconds(10));
        answered(aResponse().withStatus(200));
        SERVER.verify(postRequestedFor(urlEqualTo("/v1/signals")).withoutHeader("Authorization"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 409})
    void takenWithoutABody(int status) {
        assertThat(answered(aResponse().withStatus(status))).isEqualTo(new Outcome.Taken(null, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 409})
    void takenWithWhatThePlatformCallsIt(int status) {
        assertThat(answered(
                aResponse().withStatus(status).withBody("{\"id\":42,\"url\":\"https://covigie.test/s/42\",\"x\":{}}")))
                .isEqualTo(new Outcome.Taken("42", "https://covigie.test/s/42"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><body>Merci</body></html>", "[]", "null", "{\"id\":", "{\"id\":{},\"url\":5}",
            "{\"url\":\"javascript:alert(1)\"}", "{\"id\":\"\",\"url\":\"https://a b\"}"})
    void whateverElseTheBodyHoldsItIsTaken(String body) {
        assertThat(answered(aResponse().withStatus(200).withBody(body))).isEqualTo(new Outcome.Taken(null, null));
    }

    @Test
    void aBodyWithoutEndIsNotReadToItsEnd() {
        assertThat(answered(aResponse().withStatus(200).withBody("x".repeat(3_000_000))))
                .isEqualTo(new Outcome.Taken(null, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 408, 301, 302, 307, 308})
    void laterWhenThePlatformIsBusyOrElsewhere(int status) {
        assertThat(answered(aResponse().withStatus(status).withHeader("Location", SERVER.baseUrl() + "/elsewhere")
                .withHeader("Retry-After", "1").withBody("<html>oops</html>")))
                .isEqualTo(new Outcome.Later("HTTP " + status));
        SERVER.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 413, 422})
    void refusedWithTheReasonOfTheProblem(int status) {
        assertThat(answered(aResponse().withStatus(status).withHeader("Content-Type", "application/problem+json")
                .withBody("{\"title\":\"No\",\"detail\":\" Le texte\\n est trop\\u0000 court \"}")))
                .isEqualTo(new Outcome.Refused("Le texte est trop court"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"title":"Trop court"}      | Trop court
            {"detail":7,"title":"Non"}  | Non
            {"detail":"  "}             | HTTP 422
            <html>non</html>            | HTTP 422
            []                          | HTTP 422
            """)
    void refusedWithWhatThereIs(String body, String reason) {
        assertThat(answered(aResponse().withStatus(422).withBody(body))).isEqualTo(new Outcome.Refused(reason));
    }

    @Test
    void aLongReasonIsCut() {
        Outcome outcome = answered(aResponse().withStatus(400).withBody("{\"detail\":\"" + "é".repeat(1000) + "\"}"));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class,
                refused -> assertThat(refused.reason()).hasSize(300).endsWith("…"));
    }

    @Test
    void laterWhenTheAnswerDoesNotCome() {
        platform.close();
        platform = new RestPlatform(URI.create(SERVER.baseUrl() + "/v1/signals"), "",
                new RestPlatform.Patience(Duration.ofMillis(100), Duration.ofMillis(200)), JsonMapper.shared());
        assertThat(answered(aResponse().withStatus(200).withFixedDelay(3000))).isEqualTo(new Outcome.Later("timeout"));
        assertThat(answered(aResponse().withStatus(200).withBody("{\"id\":\"1\"}").withChunkedDribbleDelay(5, 3000)))
                .isEqualTo(new Outcome.Later("timeout"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE",
            "MALFORMED_RESPONSE_CHUNK"})
    void laterWhenTheConnectionBreaks(String fault) {
        assertThat(answered(aResponse().withFault(Fault.valueOf(fault)))).isEqualTo(new Outcome.Later("connection"));
    }

    @Test
    void laterWhenNobodyListens() throws java.io.IOException {
        int port;
        try (java.net.ServerSocket free = new java.net.ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (RestPlatform nobody = new RestPlatform(URI.create("http://localhost:" + port + "/signals"), "",
                new RestPlatform.Patience(Duration.ofSeconds(2), Duration.ofSeconds(2)), JsonMapper.shared())) {
            assertThat(nobody.publish(SomeSignal.saying("x"), "k")).isEqualTo(new Outcome.Later("unreachable"));
        }
    }
}
