package org.covigie.bot.telegram;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.covigie.bot.messaging.Arrival.Reading;
import org.covigie.bot.messaging.Contact;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads messages (core.telegram.org/bots/api#message): new, edited, referred to, and those the service writes itself. */
final class Messages {
    private static final List<String> MEDIA = List.of("photo", "video", "animation", "audio", "document", "voice",
            "video_note", "live_photo", "paid_media", "sticker");
    /** The text itself is read: a command with an accent is no command entity for Telegram. */
    private static final Pattern ADDRESSED = Pattern.compile("(/[^\\s@]+)@([A-Za-z0-9_]+)(?=\\s|$)(.*)",
            Pattern.DOTALL);

    private final Supplier<@Nullable String> name;

    Messages(Supplier<@Nullable String> name) {
        this.name = name;
    }

    Reading sent(JsonNode message, Instant now) {
        Chat chat = Chat.of(message);
        Long id = Fields.number(message, "message_id");
        if (chat == null || id == null) {
            return new Reading.Unreadable("message." + (chat == null ? "chat" : "message_id"));
        }
        Place place = chat.place();
        if (place == null) {
            return new Reading.Ignored();
        }
        Instant at = Fields.date(message, "date", now);
        Reading service = service(message, chat, at);
        if (service != null) {
            return service;
        }
        Sender sender = Senders.of(message, chat);
        String text = text(message);
        boolean media = media(message);
        Contact contact = contact(message);
        if (sender == null || text == null && !media && contact == null) {
            return new Reading.Ignored();
        }
        String words = text == null ? "" : text;
        Matcher addressed = ADDRESSED.matcher(words);
        if (addressed.matches()) {
            String own = name.get();
            if (own != null && !own.equalsIgnoreCase(addressed.group(2))) {
                return new Reading.Ignored();
            }
            words = addressed.group(1) + addressed.group(3);
        }
        return new Reading.Read(new Incoming.Said(chat.address(), place, sender, Long.toString(id), topic(message),
                words(words), replyTo(message, chat), Fields.text(message, "media_group_id"), media, forwarded(message),
                place == Place.GROUP ? chat.title() : null, contact, at));
    }

    /** In groups only: a change in a private chat changes nothing that was tagged. */
    Reading edited(JsonNode message, Instant now) {
        Chat chat = Chat.of(message);
        Long id = Fields.number(message, "message_id");
        if (chat == null || id == null) {
            return new Reading.Unreadable("edited_message." + (chat == null ? "chat" : "message_id"));
        }
        Sender sender = Senders.of(message, chat);
        String text = text(message);
        if (sender == null || chat.place() != Place.GROUP || text == null && !media(message)) {
            return new Reading.Ignored();
        }
        return new Reading.Read(new Incoming.Edited(chat.address(), sender, Long.toString(id),
                Fields.text(message, "media_group_id"), words(text == null ? "" : text),
                Fields.date(message, "edit_date", Fields.date(message, "date", now))));
    }

    /** Both sides of a migration say the same, people come and leave, the title may change; the rest has no text. */
    private static @Nullable Reading service(JsonNode message, Chat chat, Instant at) {
        Long to = Fields.number(message, "migrate_to_chat_id");
        if (to != null) {
            return new Reading.Read(new Incoming.ChatMoved(chat.address(), Chat.address(to), at));
        }
        Long from = Fields.number(message, "migrate_from_chat_id");
        if (from != null) {
            return new Reading.Read(new Incoming.ChatMoved(Chat.address(from), chat.address(), at));
        }
        if (chat.place() == Place.GROUP && message.path("new_chat_members").isArray()) {
            Incoming joined = Arrivals.told(message, chat, at);
            return joined == null ? new Reading.Ignored() : new Reading.Read(joined);
        }
        Sender left = Senders.user(message.path("left_chat_member"));
        if (left != null && !left.bot() && chat.place() == Place.GROUP) {
            return new Reading.Read(new Incoming.MemberLeft(chat.address(), left, at));
        }
        String title = Fields.text(message, "new_chat_title");
        if (title != null && chat.place() == Place.GROUP) {
            return new Reading.Read(new Incoming.ChatRenamed(chat.address(), words(title), at));
        }
        return null;
    }

    /**
     * The message replied to in the same chat; a reply to elsewhere ({@code external_reply}) is none, and neither is the
     * one that Telegram attaches to every message of a forum topic.
     */
    private static @Nullable Quoted replyTo(JsonNode message, Chat chat) {
        JsonNode reply = message.path("reply_to_message");
        Long id = Fields.number(reply, "message_id");
        Long thread = Fields.number(message, "message_thread_id");
        boolean implied = Fields.yes(message, "is_topic_message") && id != null && id.equals(thread)
                || Fields.has(reply, "forum_topic_created");
        if (id == null || implied) {
            return null;
        }
        String quote = Fields.text(message.path("quote"), "text");
        boolean part = quote != null && !quote.isBlank();
        String text = part ? quote : text(reply);
        return new Quoted(Long.toString(id), Senders.of(reply, chat), words(text == null ? "" : text),
                Fields.date(reply, "date", Instant.EPOCH), Fields.text(reply, "media_group_id"), media(reply),
                forwarded(reply), part, false, List.of(), contact(reply));
    }

    /** core.telegram.org/bots/api#contact; null without a number. The user is known when that person is on Telegram. */
    private static @Nullable Contact contact(JsonNode message) {
        JsonNode card = message.path("contact");
        String phone = Fields.text(card, "phone_number");
        if (phone == null || phone.isBlank()) {
            return null;
        }
        Long user = Fields.number(card, "user_id");
        String name = Senders.name(card);
        return new Contact(words(name), new Words(phone), user == null ? null : Chat.address(user));
    }

    /** The topic a message stands in; the id is also set on plain threads of replies, and General is addressed by none. */
    static @Nullable String topic(JsonNode message) {
        Long thread = Fields.number(message, "message_thread_id");
        return Fields.yes(message, "is_topic_message") && thread != null && thread > 1 ? Long.toString(thread) : null;
    }

    private static @Nullable String text(JsonNode message) {
        String text = Fields.text(message, "text");
        return text == null ? Fields.text(message, "caption") : text;
    }

    private static boolean media(JsonNode message) {
        return MEDIA.stream().anyMatch(kind -> Fields.has(message, kind));
    }

    private static boolean forwarded(JsonNode message) {
        return Fields.has(message, "forward_origin");
    }

    private static Words words(String text) {
        return text.isEmpty() ? Words.NONE : new Words(text);
    }
}
