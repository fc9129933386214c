package org.covigie.bot.sandbox.telegram;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a bot asks about itself and a chat: core.telegram.org/bots/api#getchat and its neighbours. */
final class ChatMethods {

    private final Engine engine;
    private final Doors doors;

    ChatMethods(Engine engine) {
        this.engine = engine;
        this.doors = new Doors(engine);
    }

    void register(Registrar registrar) {
        registrar.add("getMe", call -> engine.bot);
        registrar.add("getChat", this::getChat);
        registrar.add("getChatMember", this::getChatMember);
        registrar.add("getChatAdministrators", this::getChatAdministrators);
        registrar.add("getChatMemberCount", this::getChatMemberCount);
        registrar.add("leaveChat", this::leaveChat);
    }

    private JsonNode getChat(Call call) {
        Room room = doors.reachable(call);
        ObjectNode full = room.chat.deepCopy();
        full.put("accent_color_id", 0).put("max_reaction_count", 11);
        full.putObject("accepted_gift_types").put("unlimited_gifts", false).put("limited_gifts", false)
                .put("unique_gifts", false)
                .put("premium_subscription", false).put("gifts_from_channels", false);
        if (!room.isPrivate()) {
            full.putObject("permissions").put("can_send_messages", true).put("can_invite_users", true)
                    .put("can_pin_messages", false)
                    .put("can_change_info", false);
            if (!room.pinned.isEmpty() && room.messages.get(room.pinned.getLast()) instanceof ObjectNode pinned) {
                full.set("pinned_message", Engine.quoted(pinned));
            }
        }
        return full;
    }

    private JsonNode getChatMember(Call call) {
        Room room = doors.reachable(call);
        long user = call.number("user_id", 0);
        if (user <= 0) {
            throw Refusal.bad("invalid user_id specified");
        }
        ObjectNode who = engine.user(user);
        ObjectNode member = room.members.get(user);
        return Engine.withUser(member == null ? Members.left() : member, who);
    }

    private JsonNode getChatAdministrators(Call call) {
        Room room = doors.group(call);
        ArrayNode list = Json.array();
        room.members.forEach((user, member) -> {
            if (room.isAdmin(user)) {
                list.add(Engine.withUser(member, engine.user(user)));
            }
        });
        return list;
    }

    private JsonNode getChatMemberCount(Call call) {
        Room room = doors.reachable(call);
        long count = room.isPrivate() ? 2 : room.members.keySet().stream().filter(room::has).count();
        return tools.jackson.databind.node.JsonNodeFactory.instance.numberNode(count);
    }

    private JsonNode leaveChat(Call call) {
        Room room = doors.group(call);
        engine.member(room, engine.bot(), engine.botId, Members.left(), null);
        return Json.yes();
    }
}
