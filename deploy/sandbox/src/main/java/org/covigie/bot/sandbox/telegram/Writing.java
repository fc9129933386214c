package org.covigie.bot.sandbox.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One message that somebody writes in a group; {@link #send()} posts it. */
public final class Writing {

    /** Who anonymous administrators appear to be: core.telegram.org/bots/api#message, "from". */
    public static final long GROUP_ANONYMOUS_BOT = 1_087_968_824L;

    private final Engine engine;
    private final long group;
    private final Person author;
    private String text = "";
    private @Nullable Integer replyTo;
    private @Nullable String quote;
    private @Nullable Integer topic;
    private @Nullable Person forwardedFrom;
    private @Nullable String hiddenOrigin;
    private @Nullable String album;
    private @Nullable ObjectNode contact;
    private boolean photo;
    private boolean anonymous;
    private boolean deaf;

    Writing(Engine engine, long group, Person author) {
        this.engine = engine;
        this.group = group;
        this.author = author;
    }

    /** The text, or the caption when there is a picture. */
    public Writing text(String value) {
        text = value;
        return this;
    }

    public Writing replyTo(int messageId) {
        replyTo = messageId;
        return this;
    }

    /** Replies to a part of a message: {@code words} must stand in it. */
    public Writing quoting(int messageId, String words) {
        replyTo = messageId;
        quote = words;
        return this;
    }

    public Writing inTopic(int threadId) {
        topic = threadId;
        return this;
    }

    public Writing forwardedFrom(Person person) {
        forwardedFrom = person;
        return this;
    }

    /** Forwarded from somebody whose privacy settings leave only a name. */
    public Writing forwardedFromHidden(String name) {
        hiddenOrigin = name;
        return this;
    }

    public Writing photo() {
        photo = true;
        return this;
    }

    /** Not words but somebody's contact card. */
    public Writing card(Person whose, String phone) {
        contact = Deeds.contact(whose, phone);
        return this;
    }

    /** Separate messages that share a media_group_id; the first one carries the caption. */
    static List<Integer> album(Engine engine, Supplier<Writing> each, String caption, int pictures) {
        String id = String.valueOf(UUID.randomUUID().getMostSignificantBits() & Long.MAX_VALUE);
        return engine.change(() -> {
            List<Integer> ids = new ArrayList<>();
            for (int i = 0; i < pictures; i++) {
                ids.add(each.get().text(i == 0 ? caption : "").album(id).send());
            }
            return ids;
        });
    }

    private Writing album(String id) {
        album = id;
        return photo();
    }

    /** In the group's name, as an administrator who stays anonymous. */
    public Writing anonymously() {
        anonymous = true;
        return this;
    }

    /** Telegram never delivers this one: as when the bot was away for more than a day. */
    public Writing unheard() {
        deaf = true;
        return this;
    }

    /** Posts it and returns its message id. */
    public int send() {
        return engine.change(() -> {
            Room room = engine.room(group);
            if (!room.has(author.id())) {
                throw new IllegalStateException("Only members write in a group");
            }
            ObjectNode message = engine.message(room);
            sender(room, message);
            origin(message);
            content(message);
            reply(room, message);
            if (album != null) {
                message.put("media_group_id", album);
            }
            return engine.post(room, message, !deaf && hears(room, message));
        });
    }

    private void sender(Room room, ObjectNode message) {
        if (!anonymous) {
            message.set("from", engine.user(author.id()));
            return;
        }
        message.set("from", Json.object().put("id", GROUP_ANONYMOUS_BOT).put("is_bot", true).put("first_name", "Group")
                .put("username", "GroupAnonymousBot"));
        message.set("sender_chat", room.chat.deepCopy());
        message.put("author_signature", "admin");
    }

    private void origin(ObjectNode message) {
        if (forwardedFrom != null) {
            message.putObject("forward_origin").put("type", "user").put("date", engine.now() - 3600).set("sender_user",
                    engine.user(forwardedFrom.id()));
        } else if (hiddenOrigin != null) {
            message.putObject("forward_origin").put("type", "hidden_user").put("date", engine.now() - 3600)
                    .put("sender_user_name", hiddenOrigin);
        }
    }

    private void content(ObjectNode message) {
        String prefix = photo ? "caption_" : "";
        if (photo) {
            message.putArray("photo").addObject().put("file_id", "people" + message.path("message_id").asInt(0))
                    .put("file_unique_id", "u" + message.path("message_id").asInt(0)).put("width", 90)
                    .put("height", 90);
        }
        if (contact != null) {
            message.set("contact", contact);
        }
        if (text.isEmpty()) {
            return;
        }
        message.put(photo ? "caption" : "text", text);
        var entities = Entities.found(text);
        if (!entities.isEmpty()) {
            message.set(prefix + "entities", entities);
        }
    }

    private void reply(Room room, ObjectNode message) {
        if (topic != null) {
            message.put("message_thread_id", topic).put("is_topic_message", true);
        }
        Integer target = replyTo != null ? replyTo : topic;
        ObjectNode replied = target == null ? null : room.messages.get(target);
        if (replied == null) {
            return;
        }
        message.set("reply_to_message", Engine.quoted(replied));
        String words = quote;
        if (words != null) {
            int position = (Json.text(replied, "text") + Json.text(replied, "caption")).indexOf(words);
            if (position < 0) {
                throw new IllegalArgumentException("The quoted words do not stand in the message");
            }
            message.putObject("quote").put("text", words).put("position", position).put("is_manual", true);
        }
    }

    /** An administrator reads everything; else privacy mode: commands and replies to the bot (core.telegram.org/bots/features#privacy-mode). */
    private boolean hears(Room room, ObjectNode message) {
        if (!room.has(engine.botId)) {
            return false;
        }
        String mention = "@" + Json.text(engine.bot, "username");
        boolean forOther = text.startsWith("/") && text.split("\\s", 2)[0].contains("@") && !text.contains(mention);
        boolean replyToBot = Json.id(message.path("reply_to_message").path("from"), "id") == engine.botId;
        return room.isAdmin(engine.botId) || text.startsWith("/") && !forOther || text.contains(mention) || replyToBot;
    }
}
