package org.covigie.bot.sandbox.telegram;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What people do in their Telegram apps, and what they see there. Thread-safe; each call is one step that the bot learns of as the
 * real server would tell it. What the app would not let a person do is an {@link IllegalStateException}.
 */
public final class World {

    private final Engine engine;
    private final Groups groups;
    private final Deeds deeds;
    private final People people;
    private final Links links;
    private final Wire wire;

    World(Engine engine) {
        this.engine = engine;
        this.people = new People(engine);
        this.groups = new Groups(engine);
        this.deeds = new Deeds(engine);
        this.links = new Links(engine, deeds);
        this.wire = new Wire(engine);
    }

    // people

    public Person newPerson(String firstName, @Nullable String lastName, @Nullable String username,
            @Nullable String languageCode) {
        return people.create(firstName, lastName, username, languageCode);
    }

    public Optional<Person> person(long id) {
        return people.find(id);
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

    /** Follows an invitation; where it asks for approval the bot gets a chat_join_request. */
    public void requestToJoin(Person person, String inviteLink) {
        links.follow(person, inviteLink);
    }

    /** Links that people open. */
    public Links links() {
        return links;
    }

    /** The group as it is now, if there is one. */
    public Optional<Group> group(long id) {
        return engine.read(() -> Optional.ofNullable(engine.state.rooms.get(id)).filter(room -> !room.isPrivate())
                .map(room -> new Group(id, Json.text(room.chat, "title"))));
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
        groups.change(group, by, engine.botId, Members.without(rights));
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
        return Writing.album(engine, () -> each.apply(write(group, author)), caption, pictures);
    }

    public void edit(Group group, Person author, int messageId, String text) {
        deeds.edit(group.id(), author, messageId, text);
    }

    /** Deletes somebody's own message; bots are never told. */
    public void delete(Group group, Person author, int messageId) {
        deeds.delete(group.id(), author, messageId);
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
        new Votes(engine).vote(group, person, messageId, options);
    }

    // the private chat with the bot

    /** Writes to the bot; the first time this opens the private chat. */
    public int writePrivately(Person person, String text) {
        return deeds.privately(person, null, text);
    }

    /** Hands a contact card to the bot. */
    public int cardPrivately(Person person, Person whose, String phone) {
        return deeds.card(person, whose, phone);
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

    /** The queue and the calls, for tests that look at the wire. */
    public Wire wire() {
        return wire;
    }

    /** Updates that wait for their acknowledgement. */
    public int pendingUpdates() {
        return engine.read(() -> engine.state.updates.size());
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
