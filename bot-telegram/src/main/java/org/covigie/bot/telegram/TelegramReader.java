package org.covigie.bot.telegram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.covigie.bot.messaging.Arrival;
import org.covigie.bot.messaging.Arrival.Reading;
import org.covigie.bot.messaging.ChatStanding;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads one update (core.telegram.org/bots/api#update) as a tree, field by field: an unknown kind is ignored, an odd field
 * counts as missing, and what cannot do without that field is unreadable. It keeps nothing and calls nobody.
 */
final class TelegramReader {
    private final Messages messages;

    /** @param name the bot's own user name, or null as long as it is not known */
    TelegramReader(Supplier<@Nullable String> name) {
        messages = new Messages(name);
    }

    /**
     * Reads the bytes of one update.
     *
     * @param now stands for the time where Telegram tells none
     */
    Arrival read(byte[] bytes, Instant now) {
        JsonNode update;
        try {
            update = Answer.JSON.readTree(bytes);
        } catch (JacksonException e) {
            return new Arrival(Updates.id(bytes), bytes.length, new Reading.Unreadable(e.getClass().getSimpleName()));
        }
        Long id = update == null ? null : Fields.number(update, "update_id");
        if (update == null || id == null) {
            return new Arrival(Updates.id(bytes), bytes.length, new Reading.Unreadable("update_id"));
        }
        return new Arrival(Long.toString(id), bytes.length, safely(update, now));
    }

    /** The last net: whatever one update does to us, the others of its batch are read. */
    private Reading safely(JsonNode update, Instant now) {
        try {
            return read(update, now);
        } catch (RuntimeException | StackOverflowError e) {
            return new Reading.Unreadable(e.getClass().getSimpleName());
        }
    }

    Reading read(JsonNode update, Instant now) {
        for (String kind : Updates.KINDS) {
            if (Fields.has(update, kind)) {
                JsonNode it = update.path(kind);
                return switch (kind) {
                    case "message" -> messages.sent(it, now);
                    case "edited_message" -> messages.edited(it, now);
                    case "callback_query" -> pressed(it, now);
                    case "my_chat_member" -> placed(it, now);
                    case "message_reaction" -> reacted(it, now);
                    case "chat_member" -> Arrivals.changed(it, now);
                    case "chat_join_request" -> Arrivals.asked(it, now);
                    case "poll_answer" -> voted(it, now);
                    default -> new Reading.Ignored();
                };
            }
        }
        return new Reading.Ignored();
    }

    /** The message may be out of reach by now: then it has date 0, and nothing but its chat and id. */
    private static Reading pressed(JsonNode query, Instant now) {
        JsonNode message = query.path("message");
        Chat chat = Chat.of(message);
        String data = Fields.text(query, "data");
        if (data == null || !Fields.has(query, "message")) {
            return new Reading.Ignored();
        }
        String press = Fields.text(query, "id");
        Sender sender = Senders.user(query.path("from"));
        if (chat == null || press == null || sender == null) {
            return new Reading.Unreadable("callback_query." + (chat == null ? "chat" : press == null ? "id" : "from"));
        }
        Place place = chat.place();
        if (place == null) {
            return new Reading.Ignored();
        }
        Long id = Fields.number(message, "message_id");
        return new Reading.Read(new Incoming.Pressed(chat.address(), place, sender, press,
                id == null || id == 0 ? null : Long.toString(id), Messages.topic(message), data, now));
    }

    private static Reading placed(JsonNode change, Instant now) {
        Chat chat = Chat.of(change);
        if (chat == null) {
            return new Reading.Unreadable("my_chat_member.chat");
        }
        Place place = chat.place();
        if (place == null) {
            return new Reading.Ignored();
        }
        Instant at = Fields.date(change, "date", now);
        ChatStanding standing = Standings.of(change.path("new_chat_member"));
        Sender by = Senders.user(change.path("from"));
        return switch (place) {
            case PRIVATE -> by == null
                    ? new Reading.Unreadable("my_chat_member.from")
                    : new Reading.Read(
                            new Incoming.PrivateChat(chat.address(), by, standing != ChatStanding.ABSENT, at));
            case GROUP -> new Reading.Read(new Incoming.BotPlaced(chat.address(), Senders.by(change, chat),
                    ChatStanding.UNKNOWN, standing, chat.title(), at));
        };
    }

    private static Reading reacted(JsonNode change, Instant now) {
        Chat chat = Chat.of(change);
        Long message = Fields.number(change, "message_id");
        if (chat == null || message == null) {
            return new Reading.Unreadable("message_reaction." + (chat == null ? "chat" : "message_id"));
        }
        Chat actor = Chat.in(change, "actor_chat");
        Sender user = Senders.user(change.path("user"));
        Sender sender = actor == null ? user : Senders.anonymous(actor.address(), actor.title());
        Set<String> before = emoji(change.path("old_reaction"));
        Set<String> after = emoji(change.path("new_reaction"));
        if (sender == null || chat.place() != Place.GROUP || before.equals(after)) {
            return new Reading.Ignored();
        }
        return new Reading.Read(new Incoming.Reacted(chat.address(), sender, Long.toString(message), before, after,
                null, Fields.date(change, "date", now)));
    }

    /**
     * core.telegram.org/bots/api#pollanswer: of a vote in a chat's name {@code user} tells nothing true. It names no chat, and
     * no time.
     */
    private static Reading voted(JsonNode vote, Instant now) {
        if (Fields.has(vote, "voter_chat")) {
            return new Reading.Ignored();
        }
        String poll = Fields.text(vote, "poll_id");
        Sender user = Senders.user(vote.path("user"));
        List<Integer> choices = choices(vote.path("option_ids"));
        if (poll == null || user == null || choices == null) {
            return new Reading.Unreadable(
                    "poll_answer." + (poll == null ? "poll_id" : user == null ? "user" : "option_ids"));
        }
        return new Reading.Read(new Incoming.Voted(user.address(), user, poll, choices, now));
    }

    /** Null when one of them is no number: a vote that is half read would be another vote. */
    private static @Nullable List<Integer> choices(JsonNode ids) {
        if (!ids.isArray()) {
            return null;
        }
        List<Integer> choices = new ArrayList<>();
        for (JsonNode id : ids) {
            if (!id.canConvertToInt() || !id.isIntegralNumber() || id.intValue() < 0) {
                return null;
            }
            choices.add(id.intValue());
        }
        return List.copyOf(choices);
    }

    /** Only the emoji; a custom or a paid reaction has no meaning here. */
    private static Set<String> emoji(JsonNode reactions) {
        Set<String> emoji = new LinkedHashSet<>();
        for (JsonNode reaction : reactions) {
            String one = Fields.text(reaction, "emoji");
            if ("emoji".equals(Fields.text(reaction, "type")) && one != null) {
                emoji.add(one);
            }
        }
        return emoji;
    }

    /** The words of a title, which may be missing. */
    static Words words(@Nullable String text) {
        return text == null ? Words.NONE : new Words(text);
    }
}
