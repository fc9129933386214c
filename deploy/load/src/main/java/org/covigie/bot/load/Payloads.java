package org.covigie.bot.load;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Telegram's objects, with the fields that it really sends (core.telegram.org/bots/api#available-types). */
final class Payloads {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Payloads() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static ObjectNode person(long id) {
        return object().put("id", id).put("is_bot", false).put("first_name", Crowd.firstName(id)).put("language_code",
                "fr");
    }

    static ObjectNode bot() {
        return object().put("id", Crowd.BOT).put("is_bot", true).put("first_name", "COViGIE").put("username",
                Crowd.BOT_NAME);
    }

    static ObjectNode chat(long id) {
        ObjectNode chat = object().put("id", id);
        return id < 0
                ? chat.put("title", "Entraide " + Math.floorMod(id, 100_000)).put("type", "supergroup")
                : chat.put("first_name", Crowd.firstName(id)).put("type", "private");
    }

    static ObjectNode message(long chat, long id, long from, @Nullable String text) {
        ObjectNode message = object().put("message_id", id);
        message.set("from", from == Crowd.BOT ? bot() : person(from));
        message.set("chat", chat(chat));
        message.put("date", Instant.now().getEpochSecond());
        if (text != null) {
            message.put("text", text);
        }
        return message;
    }

    /** Marks the first word as a command, as Telegram does for {@code /letters}. */
    static ObjectNode command(ObjectNode message, int length) {
        ArrayNode entities = message.putArray("entities");
        entities.addObject().put("type", "bot_command").put("offset", 0).put("length", length);
        return message;
    }

    /** The bot's or a person's membership (core.telegram.org/bots/api#chatmember). */
    static ObjectNode membership(String status, ObjectNode user) {
        ObjectNode membership = object().put("status", status);
        membership.set("user", user);
        if (status.equals("administrator")) {
            membership.put("can_be_edited", false).put("is_anonymous", false);
            for (String right : new String[]{"can_manage_chat", "can_delete_messages", "can_manage_video_chats",
                    "can_restrict_members",
                    "can_change_info", "can_invite_users", "can_pin_messages"}) {
                membership.put(right, true);
            }
            membership.put("can_promote_members", false);
        } else if (status.equals("creator")) {
            membership.put("is_anonymous", false);
        }
        return membership;
    }

    static byte[] bytes(ObjectNode node) {
        return JSON.writeValueAsBytes(node);
    }
}
