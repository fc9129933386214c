package org.covigie.bot.sandbox.twilio;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A client that speaks plain HTTP to the stand-in. */
final class Caller {

    record Answer(int status, JsonNode json) {
        int code() {
            return json.path("code").asInt(0);
        }

        String text(String field) {
            return json.path(field).asString("");
        }
    }

    private final TwilioStandIn server;
    private final HttpClient http = HttpClient.newHttpClient();

    Caller(TwilioStandIn server) {
        this.server = server;
    }

    /** Creates a message; null when the connection was closed without an answer. */
    @Nullable
    Answer create(String... namesAndValues) {
        List<String> pairs = new ArrayList<>(List.of("From", server.from()));
        pairs.addAll(List.of(namesAndValues));
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < pairs.size(); i += 2) {
            form.append(form.isEmpty() ? "" : "&").append(pairs.get(i)).append('=')
                    .append(URLEncoder.encode(pairs.get(i + 1), StandardCharsets.UTF_8));
        }
        return send(request("/Messages.json").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    Answer created(String... namesAndValues) {
        Answer answer = create(namesAndValues);
        if (answer == null) {
            throw new AssertionError("no answer");
        }
        return answer;
    }

    Answer get(String path) {
        Answer answer = send(request(path).GET());
        if (answer == null) {
            throw new AssertionError("no answer");
        }
        return answer;
    }

    Answer content(String json) {
        Answer answer = send(authorized(server.url() + "/v1/Content").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
        if (answer == null) {
            throw new AssertionError("no answer");
        }
        return answer;
    }

    HttpResponse<byte[]> bytes(String url, boolean credentials) throws IOException, InterruptedException {
        var request = credentials ? authorized(url) : HttpRequest.newBuilder(URI.create(url));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        return authorized(server.url() + "/2010-04-01/Accounts/" + server.accountSid() + path);
    }

    private HttpRequest.Builder authorized(String url) {
        String credentials = server.accountSid() + ":" + server.authToken();
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private @Nullable Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), Json.MAPPER.readTree(answer.body()));
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
