package org.covigie.bot.sandbox.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people do in their Telegram apps, and what they see there. Thread-safe; each call is one step that the bot learns of as the
 * real server would tell it. What the app would not let a person do is an {@link IllegalStateException}.
 */
public final class World {

    private final Engine engine;
    private final Groups groups;
    private final Deeds deeds;

    World(Engine engine) {
        this.engine = engine;
        this.groups = new Groups(engine);
        this.deeds = new Deeds(engine);
    }

    // people

    public Person newPerson(String firstName, @Nullable String lastName, @Nullable String username,
            @Nullable String languageCode) {
        return engine.change(() -> {
            if (engine.state.nextUser == engine.botId) {
                engine.state.nextUser++;
            }
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
        deeds.edit(group.id(), author, messageId, text);
    }

    /** Deletes somebody's own message; bots are never told. */
    public void delete(Group group, Person author, int messageId) {
        engine.change(() -> {
            deeds.own(group.id(), author, messageId);
            engine.room(group.id()).reactions.remove(messageId);
            return engine.room(group.id()).messages.remove(messageId) != null;
        });
    }

    /** Reacts, or takes the reaction back with null. People without a paid account have one reaction a message. */
    public void react(Group group, Person person, int messageId, @Nullable String emoji) {
        deeds.react(group.id(), person, messageId, emoji, false);
    }

    /** Reacts in the group's name: the bot learns of the group, not of the person. */
    public void reactAnonymously(Group group, Person person, int messageId, @Nullable String emoji) {
        deeds.react(group.id(), person, messageId, emoji, true);
    }

    public void vote(Group group, Person person, int messageId, int... options) {
        groups.vote(group, person, messageId, options);
    }

    // the private chat with the bot

    /** Writes to the bot; the first time this opens the private chat. */
    public int writePrivately(Person person, String text) {
        return deeds.privately(person, null, text);
    }

    public int replyPrivately(Person person, int toMessageId, String text) {
        return deeds.privately(person, toMessageId, text);
    }

    public void editPrivately(Person person, int messageId, String text) {
        deeds.edit(person.id(), person, messageId, text);
    }

    public void reactPrivately(Person person, int messageId, @Nullable String emoji) {
        deeds.react(person.id(), person, messageId, emoji, false);
    }

    public void block(Person person) {
        deeds.blocked(person, true);
    }

    public void unblock(Person person) {
        deeds.blocked(person, false);
    }

    // buttons

    /** Presses a button under a group message that everybody sees; returns the callback query's id. */
    public String press(Group group, Person person, int messageId, String data) {
        return deeds.press(person, group.id(), messageId, 0, data);
    }

    public String pressPrivately(Person person, int messageId, String data) {
        return deeds.press(person, person.id(), messageId, 0, data);
    }

    public String pressEphemeral(Group group, Person person, int ephemeralId, String data) {
        return deeds.press(person, group.id(), 0, ephemeralId, data);
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
}
