package org.covigie.bot.sandbox.telegram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One chat: a group, or a person's private chat with the bot. Guarded by the engine's lock. */
final class Room {

    /** More than anybody scrolls back in a sandbox; keeps memory and the state file small. */
    static final int KEPT_MESSAGES = 2_000;

    long id;
    ObjectNode chat = Json.object();
    int nextMessage = 1;
    LinkedHashMap<Integer, ObjectNode> messages = new LinkedHashMap<>();
    /** Message id → who reacted → emoji. */
    Map<Integer, Map<Long, String>> reactions = new LinkedHashMap<>();
    /** User id → ChatMember without its user. */
    Map<Long, ObjectNode> members = new LinkedHashMap<>();
    LinkedHashMap<Integer, ObjectNode> ephemerals = new LinkedHashMap<>();
    Map<String, ObjectNode> links = new LinkedHashMap<>();
    Map<Long, ObjectNode> requests = new LinkedHashMap<>();
    List<Integer> pinned = new ArrayList<>();
    /** Poll id → voter → chosen options. */
    Map<String, Map<Long, List<Integer>>> votes = new LinkedHashMap<>();
    @Nullable
    Long migratedTo;
    /** Private chats: the person has written first. */
    boolean opened;
    boolean blocked;

    String type() {
        return Json.text(chat, "type");
    }

    boolean isPrivate() {
        return "private".equals(type());
    }

    boolean isForum() {
        return chat.path("is_forum").asBoolean(false);
    }

    /** How the server names the chat in its refusals. */
    String noun() {
        return "group".equals(type()) ? "group chat" : "supergroup chat";
    }

    String statusOf(long user) {
        ObjectNode member = members.get(user);
        return member == null ? "left" : Json.text(member, "status");
    }

    boolean has(long user) {
        return switch (statusOf(user)) {
            case "left", "kicked" -> false;
            default -> true;
        };
    }

    boolean isAdmin(long user) {
        String status = statusOf(user);
        return status.equals("administrator") || status.equals("creator");
    }

    boolean may(long user, String right) {
        ObjectNode member = members.get(user);
        return member != null && (statusOf(user).equals("creator")
                || statusOf(user).equals("administrator") && member.path(right).asBoolean(false));
    }

    void keep(int messageId, ObjectNode message) {
        messages.put(messageId, message);
        while (messages.size() > KEPT_MESSAGES) {
            Integer oldest = messages.firstEntry().getKey();
            messages.remove(oldest);
            reactions.remove(oldest);
        }
    }
}
