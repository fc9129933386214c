package org.covigie.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the sandbox mails go nowhere but to its own page, through the same doors as in production. */
class SandboxMailsTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aListedBodysMailIsShownThere(@TempDir Path folder) throws IOException, InterruptedException {
        try (Installation house = Installation.sandbox(folder)) {
            post(house, "mailing-list", """
                    {"address":"ars@exemple.fr","name":"ARS Bretagne"}""");
            post(house, "syntheses", """
                    {"externalId":"s1","title":"Vaccins","url":"https://covigie.example.org/1"}""");

            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(get(house,
                    "/sandbox/mails")).contains("ars@exemple.fr", "Synthèse : Vaccins", "/mail/unsubscribe/"));
            assertThat(get(house, "/sandbox/api/mails")).contains("Synthèse : Vaccins");
        }
    }

    private void post(Installation house, String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(house.url("/api/v1/" + path)))
                .header("Authorization", "Bearer " + Installation.API_TOKEN)
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)).build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isIn(201, 202);
    }

    private String get(Installation house, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(house.url(path))).build(),
                HttpResponse.BodyHandlers.ofString()).body();
    }
}
