package org.covigie.bot.sandbox.telegram;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Shapes of ChatMember without its user: core.telegram.org/bots/api#chatmember. */
final class Members {

    /** What the apps tick by default when somebody makes a bot an administrator, and what they do not. */
    private static final List<String> GIVEN = List.of("can_manage_chat", "can_delete_messages",
            "can_manage_video_chats",
            "can_restrict_members", "can_change_info", "can_invite_users", "can_pin_messages", "can_post_stories",
            "can_edit_stories", "can_delete_stories");

    private Members() {}

    static ObjectNode creator(boolean anonymous) {
        return Json.object().put("status", "creator").put("is_anonymous", anonymous);
    }

    static ObjectNode administrator(boolean anonymous) {
        ObjectNode member = Json.object().put("status", "administrator").put("can_be_edited", false)
                .put("is_anonymous", anonymous)
                .put("can_promote_members", false).put("can_manage_topics", false);
        GIVEN.forEach(right -> member.put(right, true));
        return member;
    }

    static ObjectNode without(String... rights) {
        ObjectNode member = administrator(false);
        for (String right : rights) {
            member.put(right, false);
        }
        return member;
    }

    static ObjectNode member() {
        return Json.object().put("status", "member");
    }

    static ObjectNode left() {
        return Json.object().put("status", "left");
    }

    static ObjectNode kicked() {
        return Json.object().put("status", "kicked").put("until_date", 0);
    }
}
