package org.covigie.bot.sandbox.telegram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything the stand-in knows, as it is written to the state file. Guarded by the engine's lock. */
final class State {

    long nextUpdateId = 100_000_001L;
    int nextAccountMessage = 1;
    long nextUser = 5_200_000_001L;
    long nextGroup = 1;
    int nextEphemeral = 1;
    Map<Long, ObjectNode> users = new LinkedHashMap<>();
    Map<Long, Room> rooms = new LinkedHashMap<>();
    List<Pending> updates = new ArrayList<>();
    /** Null: the default set of core.telegram.org/bots/api#getupdates. */
    @Nullable
    Set<String> allowed;
    @Nullable
    Webhook webhook;
    Map<String, ArrayNode> commands = new LinkedHashMap<>();
    Map<String, Callback> callbacks = new LinkedHashMap<>();
    List<Toast> toasts = new ArrayList<>();
    /** What a user of the stand-in wants to find again after a restart. */
    Map<String, String> notes = new HashMap<>();

    /** After a reload nothing of a lost last second may be numbered a second time. */
    void skipAhead() {
        nextUpdateId += 1000;
        nextAccountMessage += 1000;
        nextEphemeral += 1000;
        nextUser += 1000;
        nextGroup += 1000;
        rooms.values().forEach(room -> room.nextMessage += 1000);
    }

    /** An update that waits for its acknowledgement; {@code key} names the queue in which order is kept. */
    record Pending(long id, String kind, String key, long at, ObjectNode body) {
        ObjectNode wire() {
            ObjectNode update = Json.object();
            update.put("update_id", id);
            update.set(kind, body);
            return update;
        }
    }

    /** A pressed button that waits for answerCallbackQuery. */
    record Callback(long user, long room, int messageId, int ephemeralId, long at) {}

    record Webhook(String url, @Nullable String secret, int connections, long lastErrorAt,
            @Nullable String lastError) {}

    /** What answerCallbackQuery showed to somebody. */
    record Toast(long user, String text, boolean alert, long at) {}
}
