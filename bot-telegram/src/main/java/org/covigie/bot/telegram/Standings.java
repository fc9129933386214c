package org.covigie.bot.telegram;

import org.covigie.bot.messaging.ChatStanding;
import tools.jackson.databind.JsonNode;

/** Reads core.telegram.org/bots/api#chatmember; an unknown status, or none, is {@link ChatStanding#UNKNOWN}. */
final class Standings {
    private Standings() {}

    static ChatStanding of(JsonNode member) {
        String status = Fields.text(member, "status");
        return switch (status) {
            case "creator" -> ChatStanding.OWNER;
            case "administrator" -> ChatStanding.ADMINISTRATOR;
            case "member" -> ChatStanding.MEMBER;
            // somebody may be restricted without being in the chat
            case "restricted" -> !Fields.has(member, "is_member") || Fields.yes(member, "is_member")
                    ? ChatStanding.MEMBER
                    : ChatStanding.ABSENT;
            case "left", "kicked" -> ChatStanding.ABSENT;
            case null, default -> ChatStanding.UNKNOWN;
        };
    }
}
