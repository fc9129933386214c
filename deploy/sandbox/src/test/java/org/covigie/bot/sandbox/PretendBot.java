package org.covigie.bot.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.covigie.bot.sandbox.telegram.TelegramStandIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Enough of a bot to see the page alive. */
final class PretendBot {

    private static final JsonMapper MAPPER = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private long group;

    PretendBot(TelegramStandIn standIn) {
        address = standIn.url() + "/bot" + standIn.token() + "/";
    }

    void run() {
        long offset = 0;
        while (true) {
            JsonNode batch = call("getUpdates", Map.of("offset", offset, "timeout", 30, "allowed_updates",
                    List.of("message", "my_chat_member", "message_reaction", "callback_query", "chat_join_request")));
            for (JsonNode update : batch.path("result")) {
                offset = update.path("update_id").asLong(0) + 1;
                answer(update);
            }
        }
    }

    /** The last group it came into is the one it invites to. */
    private void answer(JsonNode update) {
        group = update.path("my_chat_member").path("chat").path("id").asLong(group);
        JsonNode message = update.path("message");
        long chat = message.path("chat").path("id").asLong(0);
        long from = message.path("from").path("id").asLong(0);
        String text = message.path("text").asString("");
        int reply = message.path("reply_to_message").path("message_id").asInt(0);
        if (update.has("my_chat_member")) {
            call("sendMessage", Map.of("chat_id", update.path("my_chat_member").path("chat").path("id").asLong(0),
                    "text",
                    "Bonjour ! Je relaie ce que la correspondante choisit, jamais le reste. Qui accepte la charte le dit ici.",
                    "reply_markup",
                    Playground.keyboard("J’accepte", "/consentir", "Lire la charte", "/charte")));
        } else if (text.equals("/start")) {
            call("sendMessage", Map.of("chat_id", chat, "text",
                    "Bonjour, je suis le robot de COViGIE. /aide dit ce que vous pouvez faire ici."));
        } else if (text.equals("/invitation")) {
            JsonNode link = call("createChatInviteLink", Map.of("chat_id", group, "creates_join_request", true));
            call("sendMessage", Map.of("chat_id", chat, "text",
                    "Le lien, pour une semaine\u00a0:\n" + link.path("result").path("invite_link").asString("")));
        } else if (text.equals("/sondage")) {
            call("sendPoll", Map.of("chat_id", chat, "question", "Quand se retrouver\u00a0?", "options",
                    List.of(Map.of("text", "Lundi soir"), Map.of("text", "Mardi midi")), "is_anonymous", false));
        } else if (update.has("chat_join_request")) {
            call("sendMessage", Map.of("chat_id", update.path("chat_join_request").path("user_chat_id").asLong(0),
                    "text", "Bonjour, votre demande est arrivée. Voici la charte."));
        } else if (text.equals("/consentir")) {
            call("sendMessage", Map.of("chat_id", chat, "text", "Merci, c’est noté.", "ephemeral_message_parameters",
                    Map.of("receiver_user_id", from)));
        } else if (text.startsWith("/p") || text.startsWith("/f")) {
            call("setMessageReaction", Map.of("chat_id", chat, "message_id", reply, "reaction",
                    List.of(Map.of("type", "emoji", "emoji", "✍"))));
            call("sendMessage", Map.of("chat_id", from, "text",
                    "Brouillon n° 1 · problème\n« " + message.path("reply_to_message").path("text").asString("") + " »",
                    "reply_markup",
                    Playground.keyboard("Publier", "/publier 1", "Modifier", "/modifier 1", "Écarter", "/ecarter 1")));
        } else if (update.has("callback_query")) {
            call("answerCallbackQuery", Map.of("callback_query_id",
                    update.path("callback_query").path("id").asString(""), "text", "C’est noté."));
        }
    }

    private JsonNode call(String method, Map<String, Object> parameters) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address + method))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(parameters))).build();
            return MAPPER.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
