package org.covigie.bot.telegram;

import java.util.Locale;
import java.util.regex.Pattern;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads who did something (core.telegram.org/bots/api#user). */
final class Senders {
    /** The account Telegram puts in an anonymous administrator's place: GroupAnonymousBot. */
    static final String ANONYMOUS_ADMIN = "1087968824";

    private static final Pattern LANGUAGE = Pattern.compile("([a-z]{2})(-.*)?", Pattern.CASE_INSENSITIVE);

    private Senders() {}

    /**
     * Who wrote a message in this chat. Somebody who writes in the chat's own name is an anonymous administrator;
     * whoever writes as another chat or as a channel is nobody: null.
     */
    static @Nullable Sender of(JsonNode message, Chat chat) {
        if (Fields.has(message, "sender_chat")) {
            Long as = Fields.number(message.path("sender_chat"), "id");
            return as != null && as == chat.id() ? anonymous(chat.address(), chat.title()) : null;
        }
        Sender user = user(message.path("from"));
        if (user != null && Fields.has(message, "via_bot")) {
            return new Sender(user.address(), user.name(), user.handle(), user.language(), true, false);
        }
        return user;
    }

    /** Who changed something in this group; when that is nobody in particular, an anonymous administrator. */
    static Sender by(JsonNode parent, Chat chat) {
        Sender by = Fields.has(parent, "sender_chat") ? null : user(parent.path("from"));
        return by == null || by.address().id().equals(ANONYMOUS_ADMIN) ? anonymous(chat.address(), chat.title()) : by;
    }

    static Sender anonymous(Address chat, Words title) {
        return new Sender(chat, title, null, null, false, true);
    }

    /** A user, or null when there is none. */
    static @Nullable Sender user(JsonNode user) {
        Long id = Fields.number(user, "id");
        if (id == null) {
            return null;
        }
        String name = name(user);
        String handle = Fields.text(user, "username");
        return new Sender(Chat.address(id), name.isEmpty() ? Words.NONE : new Words(name),
                handle == null || handle.isBlank() ? null : new Words(handle),
                language(Fields.text(user, "language_code")),
                Fields.yes(user, "is_bot"), false);
    }

    /** First and last name as one; empty when there is none. */
    static String name(JsonNode named) {
        String first = Fields.text(named, "first_name");
        String last = Fields.text(named, "last_name");
        return ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
    }

    private static @Nullable String language(@Nullable String tag) {
        if (tag == null) {
            return null;
        }
        var matcher = LANGUAGE.matcher(tag);
        return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
    }
}
