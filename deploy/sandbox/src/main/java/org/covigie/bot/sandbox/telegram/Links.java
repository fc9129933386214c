package org.covigie.bot.sandbox.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** What happens when somebody opens a t.me link in the app: core.telegram.org/api/links. */
public final class Links {

    private static final Pattern INVITATION = Pattern.compile("https://t\\.me/\\+[\\w-]+");
    private static final Pattern START = Pattern.compile("https://t\\.me/(\\w+)(?:\\?start=([\\w-]{1,64}))?");
    private static final Pattern GROUP = Pattern
            .compile("https://t\\.me/(\\w+)\\?startgroup=([\\w-]{1,64})(?:&admin=([a-z_+]+))?");

    private final Engine engine;
    private final Deeds deeds;

    Links(Engine engine, Deeds deeds) {
        this.engine = engine;
        this.deeds = deeds;
    }

    /** What came of it: let in at once, has to be let in by somebody, or the private chat with the bot is open. */
    public enum Followed {
        JOINED, REQUESTED, PRIVATE
    }

    /** An invitation link that still leads somewhere. */
    public record Invitation(String link, long group, String title) {}

    /** Follows an invitation, or a link to the private chat with the bot, where a code is said at once. */
    public Followed follow(Person person, String link) {
        if (INVITATION.matcher(link).matches()) {
            return invited(person, link);
        }
        Matcher start = START.matcher(link);
        if (!start.matches() || !start.group(1).equalsIgnoreCase(Json.text(engine.bot, "username"))) {
            throw new IllegalStateException("This link leads nowhere");
        }
        String code = start.group(2);
        return engine.change(() -> {
            if (code != null || !engine.room(person.id()).opened) {
                deeds.privately(person, null, code == null ? "/start" : "/start " + code);
            }
            return Followed.PRIVATE;
        });
    }

    /** Whether a link asks to put the bot into a group that has yet to be chosen. */
    public static boolean wantsGroup(String link) {
        return GROUP.matcher(link).matches();
    }

    /** Puts the bot into the group with the rights that the link asks for; the app then says the code there. */
    public void addBot(Group group, Person by, String link) {
        Matcher wanted = GROUP.matcher(link);
        if (!wanted.matches()) {
            throw new IllegalStateException("This link asks for no group");
        }
        engine.change(() -> {
            Room room = engine.room(group.id());
            if (!room.isAdmin(by.id())) {
                throw new IllegalStateException("Only administrators add a bot with rights");
            }
            if (!room.isAdmin(engine.botId)) {
                new Groups(engine).addBot(group, by, wanted.group(3) != null);
            }
            String start = "/start@" + Json.text(engine.bot, "username") + " " + wanted.group(2);
            return new Writing(engine, group.id(), by).text(start).send();
        });
    }

    /** Invitations that were neither revoked nor have run out, newest last. */
    public List<Invitation> invitations() {
        return engine.read(() -> {
            List<Invitation> open = new ArrayList<>();
            for (Room room : engine.groups()) {
                room.links.forEach((link, about) -> {
                    if (worthless(about) == null && room.migratedTo == null) {
                        open.add(new Invitation(link, room.id, Json.text(room.chat, "title")));
                    }
                });
            }
            return open;
        });
    }

    private @org.jspecify.annotations.Nullable String worthless(ObjectNode link) {
        if (link.path("is_revoked").asBoolean(false)) {
            return "This link was revoked";
        }
        return link.has("expire_date") && Json.id(link, "expire_date") <= engine.now() ? "This link has run out" : null;
    }

    private Followed invited(Person person, String inviteLink) {
        return engine.change(() -> {
            Room room = engine.groups().stream().filter(one -> one.links.containsKey(inviteLink)).findFirst()
                    .orElseThrow(() -> new IllegalStateException("This link leads nowhere"));
            ObjectNode link = room.links.getOrDefault(inviteLink, Json.object());
            String worthless = worthless(link);
            if (worthless != null) {
                throw new IllegalStateException(worthless);
            }
            if (room.has(person.id()) || room.statusOf(person.id()).equals("kicked")) {
                throw new IllegalStateException("Who is there or was put out cannot ask to come in");
            }
            if (!link.path("creates_join_request").asBoolean(false)) {
                engine.member(room, engine.user(person.id()), person.id(), Members.member(), link.deepCopy());
                engine.service(room, engine.user(person.id()), "new_chat_members",
                        Json.array().add(engine.user(person.id())));
                return Followed.JOINED;
            }
            ObjectNode request = Json.object();
            request.set("chat", room.chat.deepCopy());
            request.set("from", engine.user(person.id()));
            request.put("user_chat_id", person.id()).put("date", engine.now());
            request.set("invite_link", link.deepCopy());
            room.requests.put(person.id(), request);
            if (room.may(engine.botId, "can_invite_users")) {
                engine.offer("chat_join_request", "user:" + person.id(), request);
            }
            return Followed.REQUESTED;
        });
    }
}
