package org.covigie.bot.sandbox;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.covigie.bot.sandbox.telegram.Group;
import org.covigie.bot.sandbox.telegram.Links;
import org.covigie.bot.sandbox.telegram.Person;
import org.covigie.bot.sandbox.telegram.SeenMessage;
import org.covigie.bot.sandbox.telegram.SeenToast;
import org.covigie.bot.sandbox.telegram.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All that the page shows to one of the characters.
 *
 * @param shown  the group whose messages are in {@code group}
 * @param groups all groups, with the characters who are in them
 * @param group  the group's messages as that character sees them, ephemeral ones included; none for an outsider
 * @param invitations links into the groups that still lead somewhere, the newest of each
 * @param phones character → private chat with the bot: in a sandbox one may look at all of them
 * @param done   steps of the guide that are done
 */
record Snapshot(String you, String title, long shown, List<Place> groups, boolean told, List<Who> people,
        Map<String, Integer> landmarks, List<Line> group, List<Links.Invitation> invitations,
        Map<String, List<Line>> phones, List<Shown> toasts, List<Integer> done) {

    /** The page needs no more than fits a long afternoon. */
    private static final int SHOWN = 200;

    record Who(String key, long id, String name, String initials, String profession, String role) {}

    record Place(long id, String title, List<String> members) {}

    record Shown(String key, String text, boolean alert, long at) {}

    /** A message, without what only the wire needs. {@code actors} are character keys, "bot", or a number. */
    record Line(int id, int ephemeralId, String from, String name, long date, boolean edited, String text,
            JsonNode entities,
            @Nullable Integer replyTo, @Nullable String quote, @Nullable String forwarded, @Nullable String file,
            @Nullable String document, @Nullable String service,
            @Nullable String subject,
            List<List<SeenMessage.Button>> buttons, Map<String, List<String>> reactions, @Nullable JsonNode poll,
            Map<Integer, List<String>> votes, @Nullable JsonNode contact) {}

    static Snapshot of(World world, Story story, Guide guide, Character you, Group shown) {
        Map<Long, String> keys = new HashMap<>(Map.of(world.botId(), "bot"));
        for (Character one : Character.values()) {
            keys.put(story.person(one).id(), one.key());
        }
        Map<String, List<Line>> phones = new LinkedHashMap<>();
        Map<String, Integer> landmarks = new HashMap<>();
        for (Character one : Character.values()) {
            phones.put(one.key(), lines(world.privateMessages(story.person(one)), keys));
        }
        for (String name : List.of("vaccine", "workaround", "patient")) {
            story.landmark(name).ifPresent(id -> landmarks.put(name, id));
        }
        List<Shown> toasts = Arrays.stream(Character.values())
                .flatMap(one -> world.toasts(story.person(one)).stream().map(toast -> shown(one, toast))).toList();
        List<Line> group = world.isMember(shown, story.person(you))
                ? lines(world.messages(shown, story.person(you)), keys)
                : List.of();
        return new Snapshot(you.key(), shown.title(), shown.id(), places(world, story), story.told(), people(story),
                landmarks, group, invitations(world, story), phones, toasts, guide.done());
    }

    /** The newest of each group. */
    private static List<Links.Invitation> invitations(World world, Story story) {
        Map<Long, Links.Invitation> newest = new LinkedHashMap<>();
        story.groups().forEach(group -> world.links().invitations().stream().filter(one -> one.group() == group.id())
                .forEach(one -> newest.put(group.id(), one)));
        return List.copyOf(newest.values());
    }

    private static List<Place> places(World world, Story story) {
        return story.groups().stream()
                .map(group -> new Place(group.id(), group.title(), Arrays.stream(Character.values())
                        .filter(one -> world.isMember(group, story.person(one))).map(Character::key).toList()))
                .toList();
    }

    private static Shown shown(Character one, SeenToast toast) {
        return new Shown(one.key(), toast.text(), toast.alert(), toast.at());
    }

    private static List<Who> people(Story story) {
        return Arrays.stream(Character.values()).map(one -> {
            Person person = story.person(one);
            String initials = one.firstName.substring(0, 1) + one.lastName.substring(0, 1);
            return new Who(one.key(), person.id(), person.name(), initials, one.profession, one.role);
        }).toList();
    }

    private static List<Line> lines(List<SeenMessage> messages, Map<Long, String> keys) {
        return messages.stream().skip(Math.max(0, messages.size() - SHOWN)).map(message -> line(message, keys))
                .toList();
    }

    private static Line line(SeenMessage message, Map<Long, String> keys) {
        JsonNode raw = message.raw();
        Map<String, List<String>> reactions = new LinkedHashMap<>();
        message.reactions().forEach((emoji, ids) -> reactions.put(emoji, named(ids, keys)));
        Map<Integer, List<String>> votes = new LinkedHashMap<>();
        message.votes().forEach((option, ids) -> votes.put(option, named(ids, keys)));
        return new Line(message.id(), message.ephemeralId(),
                keys.getOrDefault(message.senderId(), "" + message.senderId()), message.senderName(),
                message.date(), message.edited(), message.text(),
                raw.path("entities").isArray() ? raw.path("entities") : raw.path("caption_entities"),
                message.replyTo(), message.quote(), message.forwardedFrom(), message.file(),
                raw.path("document").path("file_name").asString(null), message.service(), subject(raw),
                message.buttons(), reactions, raw.get("poll"), votes, raw.get("contact"));
    }

    private static List<String> named(List<Long> ids, Map<Long, String> keys) {
        return ids.stream().map(id -> keys.getOrDefault(id, "" + id)).toList();
    }

    /** Whom a service message is about. */
    private static @Nullable String subject(JsonNode raw) {
        JsonNode person = raw.has("new_chat_members")
                ? raw.path("new_chat_members").path(0)
                : raw.path("left_chat_member");
        return person.isMissingNode()
                ? null
                : (person.path("first_name").asString("") + " " + person.path("last_name").asString("")).strip();
    }
}
