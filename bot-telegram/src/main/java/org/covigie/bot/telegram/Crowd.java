package org.covigie.bot.telegram;

import java.util.Map;
import org.covigie.bot.people.Address;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How many people are in a group. Telegram counts bots among the members, and shows only those that administer. */
final class Crowd {
    private final TelegramApi api;
    private final Self self;

    Crowd(TelegramApi api, Self self) {
        this.api = api;
        this.self = self;
    }

    /**
     * core.telegram.org/bots/api#getchatmembercount without ourselves and the bots that administer; null when Telegram does
     * not say, since nobody should wait for a number.
     */
    @Nullable
    Integer people(Address chat) {
        if (!(api.quietly(
                Call.of("getChatMemberCount", Map.of("chat_id", chat.id()))) instanceof Answer.Done(JsonNode n))
                || !n.isIntegralNumber() || !n.canConvertToInt()) {
            return null;
        }
        return Math.max(0, n.intValue() - bots(chat));
    }

    private int bots(Address chat) {
        Answer answer = api
                .quietly(Call.of("getChatAdministrators", Map.of("chat_id", chat.id(), "return_bots", true)));
        int others = 0;
        if (answer instanceof Answer.Done(JsonNode administrators)) {
            for (JsonNode administrator : administrators) {
                JsonNode user = administrator.path("user");
                Long id = Fields.number(user, "id");
                if (id != null && Fields.yes(user, "is_bot") && !id.equals(self.id())
                        && !Long.toString(id).equals(Senders.ANONYMOUS_ADMIN)) {
                    others++;
                }
            }
        }
        // as long as our own id is not known, we stand among those bots when we administer
        return self.id() == null ? Math.max(1, others) : others + 1;
    }
}
