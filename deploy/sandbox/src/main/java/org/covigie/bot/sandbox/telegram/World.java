package org.covigie.bot.sandbox.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people do in their Telegram apps, and what they see there. Thread-safe; each call is one step that the bot learns of as the
 * real server would tell it. What the app would not let a person do is an {@link IllegalStateException}.
 */
public final class World {

    private final Engine engine;
    private final Groups groups;

    World(Engine engine) {
        this.engine = engine;
        this.groups = new Groups(engine);
    }

    // people

    public Person newPerson(String firstName, @Nullable String lastName, @Nullable String username,
            @Nullable String languageCode) {
        return engine.change(() -> {
            Person person = new Person(engine.state.nextUser++, firstName, lastName, username, languageCode);
            ObjectNode user = Json.object().put("id", person.id()).put("is_bot", false).put("first_name", firstName);
            ObjectNode chat = Json.object().put("id", person.id()).put("type", "private").put("first_name", firstName);
            if (lastName != null) {
                user.put("last_name", lastName);
                chat.put("last_name", lastName);
            }
            if (username != null) {
                user.put("username", username);
                chat.put("username", username);
            }
            if (languageCode != null) {
                user.put("language_code", languageCode);
            }
            Room room = new Room();
            room.id = person.id();
            room.chat = chat;
            engine.state.users.put(person.id(), user);
            engine.state.rooms.put(room.id, room);
            return person;
        });
    }

    public Optional<Person> person(long id) {
        return engine.read(() -> Optional.ofNullable(engine.state.users.get(id))
                .map(user -> new Person(id, Json.text(user, "first_name"),
                        maybe(user, "last_name"), maybe(user, "username"), maybe(user, "language_code"))));
    }

    private static @Nullable String maybe(JsonNode node, String field) {
        return node.has(field) ? Json.text(node, field) : null;
    }

    // groups

    /** A supergroup, as every group with a public history or an administrator with rights becomes. */
    public Group newGroup(String title, Person creator, Person... members) {
        return groups.create("supergroup", false, title, creator, members);
    }

    /** A small old-style group, which may later {@linkplain #migrate migrate}. */
    public Group newBasicGroup(String title, Person creator, Person... members) {
        return groups.create("group", false, title, creator, members);
    }

    /** A supergroup with topics. */
    public Group newForum(String title, Person creator, Person... members) {
        return groups.create("supergroup", true, title, creator, members);
    }

    /** Opens a topic and returns its thread id, which is the id of the message that created it. */
    public int newTopic(Group group, Person by, String name) {
        return groups.topic(group, by, name);
    }

    /** Comes in by themselves, by the group's public link. */
    public void join(Group group, Person person) {
        groups.enter(group, person, person);
    }

    public void addMember(Group group, Person by, Person person) {
        groups.enter(group, by, person);
    }

    public void leave(Group group, Person person) {
        groups.exit(group, person, person, Members.left());
    }

    public void remove(Group group, Person by, Person person) {
        groups.exit(group, by, person, Members.kicked());
    }

    public void makeAdmin(Group group, Person by, Person person) {
        groups.change(group, by, person.id(), Members.administrator(false));
    }

    public void makeMember(Group group, Person by, Person person) {
        groups.change(group, by, person.id(), Members.member());
    }

    /** Turns a basic group into a supergroup; returns it under its new id. Message ids start anew. */
    public Group migrate(Group group) {
        return groups.migrate(group);
    }

    /** Follows somebody's invite link that asks for approval; the bot gets a chat_join_request. */
    public void requestToJoin(Person person, String inviteLink) {
        groups.request(person, inviteLink);
    }

    // the bot in a group

    public void addBot(Group group, Person by, boolean asAdmin) {
        groups.addBot(group, by, asAdmin);
    }

    public void promoteBot(Group group, Person by) {
        groups.change(group, by, engine.botId, Members.administrator(false));
    }

    /** Leaves the bot administrator but takes these rights ("can_pin_messages"…) from it. */
    public void restrictBot(Group group, Person by, String... rights) {
        ObjectNode member = Members.administrator(false);
        for (String right : rights) {
            member.put(right, false);
        }
        groups.change(group, by, engine.botId, member);
    }

    public void demoteBot(Group group, Person by) {
        groups.change(group, by, engine.botId, Members.member());
    }

    public void removeBot(Group group, Person by) {
        groups.change(group, by, engine.botId, Members.kicked());
    }

    // writing in a group

    /** A message with more to it: quote, topic, picture, forward, anonymity. */
    public Writing write(Group group, Person author) {
        return new Writing(engine, group.id(), author);
    }

    public int say(Group group, Person author, String text) {
        return write(group, author).text(text).send();
    }

    public int reply(Group group, Person author, int toMessageId, String text) {
        return write(group, author).replyTo(toMessageId).text(text).send();
    }

    public int quote(Group group, Person author, int ofMessageId, String words, String text) {
        return write(group, author).quoting(ofMessageId, words).text(text).send();
    }

    /** Pictures sent together: separate messages that share a media_group_id; the first one carries the caption. */
    public List<Integer> album(Group group, Person author, String caption, int pictures) {
        return album(group, author, caption, pictures, writing -> writing);
    }

    /** An album with something said about each of its messages. */
    public List<Integer> album(Group group, Person author, String caption, int pictures, UnaryOperator<Writing> each) {
        String id = String.valueOf(UUID.randomUUID().getMostSignificantBits() & Long.MAX_VALUE);
        return engine.change(() -> {
            List<Integer> ids = new ArrayList<>();
            for (int i = 0; i < pictures; i++) {
                ids.add(each.apply(write(group, author)).text(i == 0 ? caption : "").album(id).send());
            }
            return ids;
        });
    }

    public void edit(Group group, Person author, int messageId, String text) {
        edit(group.id(), author, messageId, text);
    }

    /** Deletes somebody's own message; bots are never told. */
    public void delete(Group group, Person author, int messageId) {
        engine.change(() -> {
            own(group.id(), author, messageId);
            engine.room(group.id()).reactions.remove(messageId);
            return engine.room(group.id()).messages.remove(messageId) != null;
        });
    }

    /** Reacts, or takes the reaction back with null. People without a paid account have one reaction a message. */
    public void react(Group group, Person person, int messageId, @Nullable String emoji) {
        react(group.id(), person, messageId, emoji, false);
    }

    /** Reacts in the group's name: the bot learns of the group, not of the person. */
    public void reactAnonymously(Group group, Person person, int messageId, @Nullable String emoji) {
        react(group.id(), person, messageId, emoji, true);
    }

    public void vote(Group group, Person person, int messageId, int... options) {
        groups.vote(group, person, messageId, options);
    }

    // the private chat with the bot

    /** Writes to the bot; the first time this opens the private chat. */
    public int writePrivately(Person person, String text) {
        return privately(person, null, text);
    }

    public int replyPrivately(Person person, int toMessageId, String text) {
        return privately(person, toMessageId, text);
    }

    public void editPrivately(Person person, int messageId, String text) {
        edit(person.id(), person, messageId, text);
    }

    public void reactPrivately(Person person, int messageId, @Nullable String emoji) {
        react(person.id(), person, messageId, emoji, false);
    }

    public void block(Person person) {
        blocked(person, true);
    }

    public void unblock(Person person) {
        blocked(person, false);
    }

    // buttons

    /** Presses a button under a group message that everybody sees; returns the callback query's id. */
    public String press(Group group, Person person, int messageId, String data) {
        return press(person, group.id(), messageId, 0, data);
    }

    public String pressPrivately(Person person, int messageId, String data) {
        return press(person, person.id(), messageId, 0, data);
    }

    public String pressEphemeral(Group group, Person person, int ephemeralId, String data) {
        return press(person, group.id(), 0, ephemeralId, data);
    }

    // what people see

    /** The group's messages as that person sees them, with the ephemeral ones meant for them. */
    public List<SeenMessage> messages(Group group, Person as) {
        return engine.read(() -> Views.of(engine.room(group.id()), as.id(), engine.botId));
    }

    public List<SeenMessage> privateMessages(Person person) {
        return engine.read(() -> Views.of(engine.room(person.id()), person.id(), engine.botId));
    }

    public List<SeenToast> toasts(Person person) {
        return engine.read(() -> engine.state.toasts.stream().filter(toast -> toast.user() == person.id())
                .map(toast -> new SeenToast(toast.user(), toast.text(), toast.alert(), toast.at())).toList());
    }

    /** Emoji the bot has put on a message, or null. */
    public @Nullable String botReaction(Group group, int messageId) {
        return engine.read(() -> engine.room(group.id()).reactions.getOrDefault(messageId, Map.of()).get(engine.botId));
    }

    public boolean isMember(Group group, Person person) {
        return engine.read(() -> engine.room(group.id()).has(person.id()));
    }

    /** A file the bot sent, while it is in memory. */
    public Optional<Upload> file(String fileId) {
        return engine.read(() -> Optional.ofNullable(engine.files.get(fileId)));
    }

    // for tests and for the page

    public long botId() {
        return engine.botId;
    }

    /** Calls the bot made (without getUpdates), oldest first, at most 2,000. */
    public List<BotCall> calls() {
        return engine.read(() -> List.copyOf(engine.calls));
    }

    /** Updates that wait for their acknowledgement. */
    public int pendingUpdates() {
        return engine.read(() -> engine.state.updates.size());
    }

    /** As after an idle week, when Telegram chooses the next update id anew: core.telegram.org/bots/api#update. */
    public void restartUpdateIdsAt(long id) {
        engine.change(() -> engine.state.nextUpdateId = id);
    }

    /** Puts a raw update into the queue: for what this stand-in does not model. */
    public void rawUpdate(String kind, String json) {
        engine.change(() -> {
            engine.offer(kind, "raw", Json.MAPPER.readTree(json));
            return true;
        });
    }

    public void rates(boolean on) {
        engine.rates.on(on);
    }

    /** Called after each change, on the thread that made it; must return at once. */
    public void onChange(Runnable listener) {
        engine.listeners.add(listener);
    }

    /** A word kept with the state, so that its user finds its people and groups again after a restart. */
    public void note(String key, String value) {
        engine.change(() -> engine.state.notes.put(key, value) == null);
    }

    public Optional<String> note(String key) {
        return engine.read(() -> Optional.ofNullable(engine.state.notes.get(key)));
    }

    private int privately(Person person, @Nullable Integer replyTo, String text) {
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

    private ObjectNode own(long chat, Person author, int messageId) {
        ObjectNode message = engine.room(chat).messages.get(messageId);
        if (message == null || Json.id(message.path("from"), "id") != author.id()) {
            throw new IllegalStateException("Not a message of this person");
        }
        return message;
    }

    private void edit(long chat, Person author, int messageId, String text) {
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

    private void react(long chat, Person person, int messageId, @Nullable String emoji, boolean anonymous) {
        engine.change(() -> {
            Room room = engine.room(chat);
            if (!room.messages.containsKey(messageId)) {
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

    private void blocked(Person person, boolean value) {
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

    private String press(Person person, long chat, int messageId, int ephemeralId, String data) {
        return engine.change(() -> {
            Room room = engine.room(chat);
            ObjectNode message = ephemeralId == 0 ? room.messages.get(messageId) : room.ephemerals.get(ephemeralId);
            boolean sees = message != null
                    && (ephemeralId == 0 || Json.id(message.path("receiver_user"), "id") == person.id());
            if (message == null || !sees || !Keyboards.holds(message, data)) {
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
