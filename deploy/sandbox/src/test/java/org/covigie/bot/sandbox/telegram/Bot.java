package org.covigie.bot.sandbox.telegram;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A bot that calls the stand-in over HTTP, as any library would. */
final class Bot {

    static final HttpClient HTTP = HttpClient.newHttpClient();
    private final TelegramStandIn server;
    private long offset;

    Bot(TelegramStandIn server) {
        this.server = server;
    }

    record Answer(int status, JsonNode body, HttpResponse<String> http) {
        JsonNode result() {
            if (status != 200) {
                throw new AssertionError("refused: " + description());
            }
            return body.path("result");
        }

        String description() {
            return body.path("description").asString("");
        }
    }

    /** Names and values in turn; what is JSON text stays JSON. */
    Answer call(String method, Object... parameters) {
        var json = Json.object();
        for (int i = 0; i < parameters.length; i += 2) {
            json.set((String) parameters[i], Json.MAPPER.valueToTree(parameters[i + 1]));
        }
        return send(method, "application/json", json.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Answer send(String method, @Nullable String type, byte[] body) {
        return at("/bot" + server.token() + "/" + method, type, body);
    }

    Answer at(String path, @Nullable String type, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), Json.MAPPER.readTree(response.body()), response);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks for every kind of update from now on. */
    Bot listening() {
        call("getUpdates", "allowed_updates",
                List.of("message", "edited_message", "callback_query", "my_chat_member", "chat_member",
                        "chat_join_request", "message_reaction", "poll", "poll_answer"));
        return this;
    }

    /** Fetches what is there and confirms it with the next fetch. */
    List<JsonNode> updates() {
        JsonNode batch = call("getUpdates", "offset", offset).result();
        List<JsonNode> list = batch.valueStream().toList();
        if (!list.isEmpty()) {
            offset = Json.id(list.getLast(), "update_id") + 1;
        }
        return list;
    }

    /** The last update of one kind that waits now. */
    JsonNode last(String kind) {
        return updates().stream().filter(update -> update.has(kind)).reduce((a, b) -> b)
                .map(update -> update.path(kind))
                .orElseThrow(() -> new AssertionError("no " + kind));
    }

    static Map<String, Object> button(String text, String data) {
        return Map.of("inline_keyboard", List.of(List.of(Map.of("text", text, "callback_data", data))));
    }
}
