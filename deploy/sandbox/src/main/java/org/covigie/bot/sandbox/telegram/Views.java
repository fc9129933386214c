package org.covigie.bot.sandbox.telegram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns kept messages into what an app shows. */
final class Views {

    private static final Set<String> SERVICES = Set.of("new_chat_members", "left_chat_member", "pinned_message",
            "group_chat_created",
            "supergroup_chat_created", "migrate_to_chat_id", "migrate_from_chat_id", "forum_topic_created",
            "new_chat_title");

    private Views() {}

    static List<SeenMessage> of(Room room, long viewer, long botId) {
        List<SeenMessage> seen = new ArrayList<>();
        room.messages.values().forEach(message -> seen.add(one(room, message, viewer, botId)));
        room.ephemerals.values().stream().filter(message -> Json.id(message.path("receiver_user"), "id") == viewer)
                .forEach(message -> seen.add(one(room, message, viewer, botId)));
        // a stable sort: ephemeral messages have no number, only a time
        seen.sort(Comparator.comparingLong(SeenMessage::date));
        return seen;
    }

    private static SeenMessage one(Room room, ObjectNode message, long viewer, long botId) {
        int id = message.path("message_id").asInt(0);
        JsonNode sender = message.has("sender_chat") ? message.path("sender_chat") : message.path("from");
        JsonNode reply = message.path("reply_to_message");
        boolean implicit = reply.has("forum_topic_created");
        return new SeenMessage(id, message.path("ephemeral_message_id").asInt(0), room.id, Json.id(sender, "id"),
                name(sender),
                Json.id(message.path("from"), "id") == botId, Json.id(message, "date"), message.has("edit_date"),
                words(message),
                reply.isMissingNode() || implicit ? null : Integer.valueOf(reply.path("message_id").asInt(0)),
                message.has("quote") ? Json.text(message.path("quote"), "text") : null, forwarded(message),
                message.has("media_group_id") ? Json.text(message, "media_group_id") : null, file(message),
                SERVICES.stream().filter(message::has).findFirst().orElse(null), buttons(message), reactions(room, id),
                votes(room, message.path("poll"), viewer), message.deepCopy());
    }

    private static Map<Integer, List<Long>> votes(Room room, JsonNode poll, long viewer) {
        Map<Integer, List<Long>> votes = new LinkedHashMap<>();
        boolean secret = poll.path("is_anonymous").asBoolean(true);
        room.votes.getOrDefault(Json.text(poll, "id"), Map.of()).forEach((who, options) -> {
            if (!secret || who == viewer) {
                options.forEach(option -> votes.computeIfAbsent(option, any -> new ArrayList<>()).add(who));
            }
        });
        return votes;
    }

    private static String words(ObjectNode message) {
        if (message.path("poll") instanceof ObjectNode poll) {
            return Json.text(poll, "question");
        }
        return message.has("text") ? Json.text(message, "text") : Json.text(message, "caption");
    }

    static String name(JsonNode sender) {
        if (sender.has("title")) {
            return Json.text(sender, "title");
        }
        return (Json.text(sender, "first_name") + " " + Json.text(sender, "last_name")).strip();
    }

    private static @Nullable String forwarded(ObjectNode message) {
        JsonNode origin = message.path("forward_origin");
        if (origin.isMissingNode()) {
            return null;
        }
        return switch (Json.text(origin, "type")) {
            case "user" -> name(origin.path("sender_user"));
            case "chat" -> name(origin.path("sender_chat"));
            default -> Json.text(origin, "sender_user_name");
        };
    }

    private static @Nullable String file(ObjectNode message) {
        JsonNode file = message.has("photo") ? message.path("photo").path(0) : message.path("document");
        return file.has("file_id") ? Json.text(file, "file_id") : null;
    }

    private static List<List<SeenMessage.Button>> buttons(ObjectNode message) {
        List<List<SeenMessage.Button>> rows = new ArrayList<>();
        for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
            List<SeenMessage.Button> buttons = new ArrayList<>();
            row.forEach(button -> buttons.add(new SeenMessage.Button(Json.text(button, "text"),
                    button.has("callback_data") ? Json.text(button, "callback_data") : null,
                    button.has("url") ? Json.text(button, "url") : null)));
            rows.add(buttons);
        }
        return rows;
    }

    private static Map<String, List<Long>> reactions(Room room, int id) {
        Map<String, List<Long>> byEmoji = new LinkedHashMap<>();
        room.reactions.getOrDefault(id, Map.of())
                .forEach((who, emoji) -> byEmoji.computeIfAbsent(emoji, key -> new ArrayList<>()).add(who));
        return byEmoji;
    }
}
