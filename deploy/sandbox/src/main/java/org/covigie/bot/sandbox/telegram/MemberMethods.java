package org.covigie.bot.sandbox.telegram;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who comes in and who goes out: invite links, join requests, bans. */
final class MemberMethods {

    private final Engine engine;
    private final Doors doors;

    MemberMethods(Engine engine) {
        this.engine = engine;
        this.doors = new Doors(engine);
    }

    void register(Registrar registrar) {
        registrar.add("createChatInviteLink", this::createLink);
        registrar.add("revokeChatInviteLink", this::revokeLink);
        registrar.add("approveChatJoinRequest", call -> decide(call, true));
        registrar.add("declineChatJoinRequest", call -> decide(call, false));
        registrar.add("banChatMember", this::ban);
        registrar.add("unbanChatMember", this::unban);
    }

    private Room invites(Call call) {
        Room room = doors.group(call);
        doors.right(room, "can_invite_users", "manage chat invite link");
        return room;
    }

    private JsonNode createLink(Call call) {
        Room room = invites(call);
        boolean request = call.flag("creates_join_request", false);
        if (request && call.has("member_limit")) {
            throw Refusal.bad("member limit can't be specified for links requiring administrator approval");
        }
        if (call.text("name").length() > 32) {
            throw Refusal.bad("invite link name is too long");
        }
        long expires = call.number("expire_date", 0);
        if (expires != 0 && expires <= engine.now()) {
            throw Refusal.bad("EXPIRE_DATE_INVALID");
        }
        ObjectNode link = Json.object().put("invite_link",
                "https://t.me/+" + UUID.randomUUID().toString().replace("-", "").substring(0, 16));
        link.set("creator", engine.bot());
        link.put("creates_join_request", request).put("is_primary", false).put("is_revoked", false);
        if (call.has("name")) {
            link.put("name", call.text("name"));
        }
        if (expires != 0) {
            link.put("expire_date", expires);
        }
        if (call.has("member_limit")) {
            link.put("member_limit", call.number("member_limit", 0));
        }
        room.links.put(Json.text(link, "invite_link"), link);
        return link;
    }

    private JsonNode revokeLink(Call call) {
        ObjectNode link = invites(call).links.get(call.text("invite_link"));
        if (link == null) {
            throw Refusal.bad("INVITE_HASH_EXPIRED");
        }
        return link.put("is_revoked", true);
    }

    private JsonNode decide(Call call, boolean let) {
        Room room = doors.group(call);
        doors.right(room, "can_invite_users", "manage chat join requests");
        long user = call.number("user_id", 0);
        if (room.has(user)) {
            throw Refusal.bad("USER_ALREADY_PARTICIPANT");
        }
        ObjectNode request = room.requests.remove(user);
        if (request == null) {
            throw Refusal.bad("HIDE_REQUESTER_MISSING");
        }
        if (let) {
            ObjectNode link = request.path("invite_link") instanceof ObjectNode found ? found : null;
            engine.member(room, engine.bot(), user, Members.member(), link);
            engine.service(room, engine.user(user), "new_chat_members", Json.array().add(engine.user(user)));
        }
        return Json.yes();
    }

    private JsonNode ban(Call call) {
        Room room = doors.group(call);
        long user = call.number("user_id", 0);
        if (user == engine.botId) {
            throw Refusal.bad("can't restrict self");
        }
        doors.right(room, "can_restrict_members", "restrict/unrestrict chat member");
        ObjectNode who = engine.user(user);
        if (room.statusOf(user).equals("creator")) {
            throw Refusal.bad("can't remove chat owner");
        }
        if (room.isAdmin(user)) {
            throw Refusal.bad("user is an administrator of the chat");
        }
        boolean wasThere = room.has(user);
        engine.member(room, engine.bot(), user, Members.kicked(), null);
        if (wasThere) {
            engine.service(room, engine.bot(), "left_chat_member", who);
        }
        return Json.yes();
    }

    /** Without only_if_banned, unban also removes somebody who is there; that is how the real method is known to surprise. */
    private JsonNode unban(Call call) {
        Room room = doors.group(call);
        doors.right(room, "can_restrict_members", "restrict/unrestrict chat member");
        long user = call.number("user_id", 0);
        @Nullable
        ObjectNode member = room.members.get(user);
        boolean banned = member != null && "kicked".equals(Json.text(member, "status"));
        if (banned || room.has(user) && !call.flag("only_if_banned", false)) {
            engine.member(room, engine.bot(), user, Members.left(), null);
        }
        return Json.yes();
    }
}
