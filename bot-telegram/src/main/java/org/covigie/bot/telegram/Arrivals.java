package org.covigie.bot.telegram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.covigie.bot.messaging.Arrival.Reading;
import org.covigie.bot.messaging.ChatStanding;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads who asks to come in, who came and who went. Telegram tells the last two twice where the bot is an administrator: as a
 * change of standing and as a message of the service.
 */
final class Arrivals {
    private Arrivals() {}

    /**
     * core.telegram.org/bots/api#chatjoinrequest. The chat in which the person may be written to for five minutes
     * ({@code user_chat_id}) is that of the person's own id.
     */
    static Reading asked(JsonNode request, Instant now) {
        Chat chat = Chat.of(request);
        Sender sender = Senders.user(request.path("from"));
        if (chat == null || sender == null) {
            return new Reading.Unreadable("chat_join_request." + (chat == null ? "chat" : "from"));
        }
        if (chat.place() != Place.GROUP || sender.bot()) {
            return new Reading.Ignored();
        }
        String link = Fields.text(request.path("invite_link"), "invite_link");
        return new Reading.Read(new Incoming.JoinRequested(chat.address(), sender,
                link == null || link.isBlank() ? null : new Words(link), null, Fields.date(request, "date", now)));
    }

    /** core.telegram.org/bots/api#chatmemberupdated; of all changes only those between being there and not. */
    static Reading changed(JsonNode change, Instant now) {
        Chat chat = Chat.of(change);
        Sender member = Senders.user(change.path("new_chat_member").path("user"));
        if (chat == null || member == null) {
            return new Reading.Unreadable("chat_member." + (chat == null ? "chat" : "new_chat_member"));
        }
        ChatStanding before = Fields.has(change, "old_chat_member")
                ? Standings.of(change.path("old_chat_member"))
                : ChatStanding.ABSENT;
        ChatStanding after = Standings.of(change.path("new_chat_member"));
        boolean unclear = before == ChatStanding.UNKNOWN || after == ChatStanding.UNKNOWN;
        boolean was = before != ChatStanding.ABSENT;
        boolean is = after != ChatStanding.ABSENT;
        if (chat.place() != Place.GROUP || member.bot() || unclear || was == is) {
            return new Reading.Ignored();
        }
        Instant at = Fields.date(change, "date", now);
        return new Reading.Read(is
                ? new Incoming.MembersJoined(chat.address(), Senders.by(change, chat), List.of(member),
                        Fields.yes(change, "via_join_request"), null, at)
                : new Incoming.MemberLeft(chat.address(), member, at));
    }

    /** The service's own message; null when it tells of nobody but bots. */
    static Incoming.@Nullable MembersJoined told(JsonNode message, Chat chat, Instant at) {
        List<Sender> people = new ArrayList<>();
        for (JsonNode one : message.path("new_chat_members")) {
            Sender member = Senders.user(one);
            if (member != null && !member.bot()) {
                people.add(member);
            }
        }
        return people.isEmpty()
                ? null
                : new Incoming.MembersJoined(chat.address(), Senders.by(message, chat), people, false, null, at);
    }
}
