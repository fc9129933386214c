package org.covigie.bot.sandbox.telegram;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writing in private, editing, reacting, blocking and pressing; the part of {@link World} about single messages. */
final class Deeds {

    private final Engine engine;

    Deeds(Engine engine) {
        this.engine = engine;
    }

    int privately(Person person, @Nullable Integer replyTo, String text) {
        return engine.change(() -> {
            Room room = engine.room(person.id());
            if (room.blocked) {
                throw new IllegalStateException("Who has blocked the bot cannot write to it");
            }
            room.opened = true;
            ObjectNode message = engine.message(room);
            message.set("from", engine.user(person.id()));
            message.put("text", text);
            ArrayNode entities = Entities.found(text);
            if (!entities.isEmpty()) {
                message.set("entities", entities);
            }
            if (replyTo != null && room.messages.get(replyTo) instanceof ObjectNode target) {
                message.set("reply_to_message", Engine.quoted(target));
            }
            return engine.post(room, message, true);
        });
    }

    int card(Person person, Person whose, String phone) {
        return engine.change(() -> {
            Room room = engine.room(person.id());
            if (room.blocked) {
                throw new IllegalStateException("Who has blocked the bot cannot write to it");
            }
            room.opened = true;
            ObjectNode message = engine.message(room);
            message.set("from", engine.user(person.id()));
            message.set("contact", contact(whose, phone));
            return engine.post(room, message, true);
        });
    }

    /** core.telegram.org/bots/api#contact of somebody with an account. */
    static ObjectNode contact(Person whose, String phone) {
        ObjectNode contact = Json.object().put("phone_number", phone).put("first_name", whose.firstName());
        if (whose.lastName() != null) {
            contact.put("last_name", whose.lastName());
        }
        return contact.put("user_id", whose.id());
    }

    ObjectNode own(long chat, Person author, int messageId) {
        ObjectNode message = engine.room(chat).messages.get(messageId);
        if (message == null || Json.id(message.path("from"), "id") != author.id()) {
            throw new IllegalStateException("Not a message of this person");
        }
        return message;
    }

    void delete(long chat, Person author, int messageId) {
        engine.change(() -> {
            own(chat, author, messageId);
            engine.room(chat).reactions.remove(messageId);
            return engine.room(chat).messages.remove(messageId) != null;
        });
    }

    void edit(long chat, Person author, int messageId, String text) {
        engine.change(() -> {
            Room room = engine.room(chat);
            ObjectNode message = own(chat, author, messageId);
            boolean caption = message.has("photo");
            message.put(caption ? "caption" : "text", text).put("edit_date", engine.now());
            message.set(caption ? "caption_entities" : "entities", Entities.found(text));
            if (room.isPrivate() || room.isAdmin(engine.botId) || room.has(engine.botId) && text.startsWith("/")) {
                engine.offer("edited_message", "chat:" + room.id, message);
            }
            return true;
        });
    }

    void react(long chat, Person person, int messageId, @Nullable String emoji, boolean anonymous) {
        engine.change(() -> {
            Room room = engine.room(chat);
            if (!room.messages.containsKey(messageId) || !room.isPrivate() && !room.has(person.id())) {
                throw new IllegalStateException("No such message");
            }
            Map<Long, String> here = room.reactions.computeIfAbsent(messageId, id -> new java.util.LinkedHashMap<>());
            long actor = anonymous ? room.id : person.id();
            String before = emoji == null ? here.remove(actor) : here.put(actor, emoji);
            ObjectNode update = Json.object();
            update.set("chat", room.chat.deepCopy());
            update.put("message_id", messageId);
            if (anonymous) {
                update.set("actor_chat", room.chat.deepCopy());
            } else {
                update.set("user", engine.user(person.id()));
            }
            update.put("date", engine.now());
            update.set("old_reaction", reaction(before));
            update.set("new_reaction", reaction(emoji));
            // in groups only administrators are told: core.telegram.org/bots/api#update
            if (room.isPrivate() || room.isAdmin(engine.botId)) {
                engine.offer("message_reaction", "reactions:" + room.id, update);
            }
            return true;
        });
    }

    private static ArrayNode reaction(@Nullable String emoji) {
        ArrayNode list = Json.array();
        return emoji == null ? list : list.add(Json.object().put("type", "emoji").put("emoji", emoji));
    }

    void blocked(Person person, boolean value) {
        engine.change(() -> {
            Room room = engine.room(person.id());
            ObjectNode update = Json.object();
            update.set("chat", room.chat.deepCopy());
            update.set("from", engine.user(person.id()));
            update.put("date", engine.now());
            update.set("old_chat_member",
                    Engine.withUser(room.blocked ? Members.kicked() : Members.member(), engine.bot()));
            room.blocked = value;
            update.set("new_chat_member", Engine.withUser(value ? Members.kicked() : Members.member(), engine.bot()));
            engine.offer("my_chat_member", "me:" + room.id, update);
            return true;
        });
    }

    String press(Person person, long chat, int messageId, int ephemeralId, String data) {
        return engine.change(() -> {
            Room room = engine.room(chat);
            ObjectNode message = ephemeralId == 0 ? room.messages.get(messageId) : room.ephemerals.get(ephemeralId);
            boolean sees = message != null
                    && (ephemeralId == 0 || Json.id(message.path("receiver_user"), "id") == person.id());
            if (message == null || !sees || !room.isPrivate() && !room.has(person.id())
                    || !Keyboards.holds(message, data)) {
                throw new IllegalStateException("No such button");
            }
            String id = String.valueOf(UUID.randomUUID().getMostSignificantBits() & Long.MAX_VALUE);
            engine.state.callbacks.put(id, new State.Callback(person.id(), chat, messageId, ephemeralId, engine.now()));
            if (engine.state.callbacks.size() > 500) {
                engine.state.callbacks.remove(engine.state.callbacks.keySet().iterator().next());
            }
            ObjectNode query = Json.object().put("id", id);
            query.set("from", engine.user(person.id()));
            query.set("message", message.deepCopy());
            query.put("chat_instance", String.valueOf(Math.abs(chat) * 31)).put("data", data);
            engine.offer("callback_query", "press:" + person.id(), query);
            return id;
        });
    }
}
