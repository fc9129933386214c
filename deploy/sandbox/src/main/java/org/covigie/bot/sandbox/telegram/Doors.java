package org.covigie.bot.sandbox.telegram;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which chats the bot can reach, and what it may do there; refusals in Telegram's words. */
final class Doors {

    /** A bot may write to a candidate for five minutes: core.telegram.org/bots/api#chatjoinrequest. */
    private static final long JOIN_REQUEST_WINDOW = 300;

    private final Engine engine;

    Doors(Engine engine) {
        this.engine = engine;
    }

    Room reachable(Call call) {
        return reachable(call.text("chat_id"));
    }

    Room reachable(String chatId) {
        Room room = find(chatId);
        if (room.isPrivate()) {
            if (room.blocked) {
                throw Refusal.forbidden("bot was blocked by the user");
            }
            if (!room.opened && !asksToJoin(room.id)) {
                throw Refusal.forbidden("bot can't initiate conversation with a user");
            }
            return room;
        }
        Long to = room.migratedTo;
        if (to != null) {
            throw Refusal.migrated(to);
        }
        return switch (room.statusOf(engine.botId)) {
            case "kicked" -> throw Refusal.forbidden("bot was kicked from the " + room.noun());
            case "left" -> throw Refusal.forbidden("bot is not a member of the " + room.noun());
            default -> room;
        };
    }

    Room group(Call call) {
        Room room = reachable(call);
        if (room.isPrivate()) {
            throw Refusal.bad("method is available only for supergroups");
        }
        return room;
    }

    private Room find(String chatId) {
        if (chatId.startsWith("@")) {
            return engine.groups().stream()
                    .filter(room -> ("@" + Json.text(room.chat, "username")).equalsIgnoreCase(chatId))
                    .findFirst().orElseThrow(() -> Refusal.bad("chat not found"));
        }
        if (!chatId.matches("-?\\d{1,18}")) {
            throw Refusal.bad(chatId.isEmpty() ? "chat_id is empty" : "chat not found");
        }
        return engine.room(Long.parseLong(chatId));
    }

    private boolean asksToJoin(long person) {
        return engine.groups().stream().map(room -> room.requests.get(person))
                .anyMatch(request -> request != null && engine.now() - Json.id(request, "date") <= JOIN_REQUEST_WINDOW);
    }

    void right(Room room, String right, String words) {
        if (!room.may(engine.botId, right)) {
            throw Refusal.bad("not enough rights to " + words);
        }
    }

    ObjectNode message(Room room, long id, String missing) {
        ObjectNode message = room.messages.get((int) id);
        if (message == null) {
            throw Refusal.bad(missing);
        }
        return message;
    }

    /** Refuses members of a nested object that Telegram does not know. */
    static void fields(String name, JsonNode object, Set<String> known) {
        object.properties().forEach(field -> {
            if (!known.contains(field.getKey())) {
                throw Refusal.bad("unknown parameter " + name + "." + field.getKey());
            }
        });
    }
}
