package org.covigie.bot.load;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Invents what happens in the groups, the same for the same seed. Not thread-safe.
 *
 * <p>Update ids rise by one; message ids rise within a chat. Each tag replies to another message than all tags before it.
 */
final class Traffic {
    private enum Kind {
        TEXT, TAG, JOIN
    }

    private record Said(long message, long author, String thread, String text) {}

    private final Crowd crowd;
    private final Random random;
    private final Phrases phrases;
    private final Map<Long, Long> lastMessages = new HashMap<>();
    private final Map<Integer, Deque<Said>> untagged = new HashMap<>();
    private final Map<Integer, Integer> joined = new HashMap<>();
    private long lastUpdate = 500_000_000;
    private int threads;

    Traffic(Crowd crowd, long seed) {
        this.crowd = crowd;
        this.random = new Random(seed);
        this.phrases = new Phrases(random);
    }

    /** The bot is made administrator of each group by its creator. */
    List<Update> registrations() {
        List<Update> updates = new ArrayList<>();
        for (int group = 0; group < crowd.groups(); group++) {
            long chat = crowd.chat(group);
            ObjectNode change = Payloads.object();
            change.set("chat", Payloads.chat(chat));
            change.set("from", Payloads.person(crowd.animator(group)));
            change.put("date", Instant.now().getEpochSecond());
            change.set("old_chat_member", Payloads.membership("left", Payloads.bot()));
            change.set("new_chat_member", Payloads.membership("administrator", Payloads.bot()));
            updates.add(update("my_chat_member", chat, change, null));
        }
        return updates;
    }

    /** Each correspondent opens a private chat, says good morning in the group, and is appointed by the animator's reply. */
    List<Update> appointments() {
        List<Update> updates = new ArrayList<>();
        for (int group = 0; group < crowd.groups(); group++) {
            long chat = crowd.chat(group);
            long correspondent = crowd.correspondent(group);
            ObjectNode start = Payloads.message(correspondent, nextMessage(correspondent), correspondent, "/start");
            updates.add(update("message", correspondent, Payloads.command(start, 6), null));
            ObjectNode hello = Payloads.message(chat, nextMessage(chat), correspondent, "Bonjour à tous");
            updates.add(update("message", chat, hello, null));
            String words = "/correspondant";
            ObjectNode appoint = Payloads.message(chat, nextMessage(chat), crowd.animator(group), words);
            appoint.set("reply_to_message", hello);
            updates.add(update("message", chat, Payloads.command(appoint, words.length()), null));
        }
        return updates;
    }

    /** A share of tags and joins in percent, ordinary text for the rest, in random order over all groups. */
    List<Update> mix(int count, int tagPercent, int joinPercent) {
        int tags = count * tagPercent / 100;
        return traffic(tags, count * joinPercent / 100, count - tags - count * joinPercent / 100);
    }

    /** Exactly so many of each, in random order over all groups. */
    List<Update> traffic(int tags, int joins, int texts) {
        List<Kind> kinds = new ArrayList<>();
        kinds.addAll(Collections.nCopies(tags, Kind.TAG));
        kinds.addAll(Collections.nCopies(joins, Kind.JOIN));
        kinds.addAll(Collections.nCopies(texts, Kind.TEXT));
        Collections.shuffle(kinds, random);
        List<Update> updates = new ArrayList<>(kinds.size());
        for (Kind kind : kinds) {
            int group = random.nextInt(crowd.groups());
            updates.add(switch (kind) {
                case TEXT -> text(group);
                case TAG -> tag(group);
                case JOIN -> join(group);
            });
        }
        return updates;
    }

    private Update text(int group) {
        long chat = crowd.chat(group);
        Said said = say(group);
        untagged.computeIfAbsent(group, key -> new ArrayDeque<>()).add(said);
        return update("message", chat, Payloads.message(chat, said.message(), said.author(), said.text()), null);
    }

    private Update tag(int group) {
        long chat = crowd.chat(group);
        Said said = untagged.computeIfAbsent(group, key -> new ArrayDeque<>()).pollLast();
        if (said == null) {
            // of before the bot came: it sees such a message in the reply only
            said = say(group);
        }
        long message = nextMessage(chat);
        ObjectNode command = Payloads.message(chat, message, crowd.correspondent(group), "/p");
        command.set("reply_to_message", Payloads.message(chat, said.message(), said.author(), said.text()));
        return update("message", chat, Payloads.command(command, 2),
                new Update.Tag(message, said.message(), said.thread()));
    }

    private Update join(int group) {
        long chat = crowd.chat(group);
        long newcomer = crowd.member(group, crowd.membersEach() + joined.merge(group, 1, Integer::sum));
        ObjectNode service = Payloads.message(chat, nextMessage(chat), newcomer, null);
        service.putArray("new_chat_members").add(Payloads.person(newcomer));
        return update("message", chat, service, null);
    }

    private Said say(int group) {
        long author = crowd.member(group, random.nextInt(crowd.membersEach()));
        String thread = Phrases.thread(threads++);
        return new Said(nextMessage(crowd.chat(group)), author, thread, phrases.about(thread));
    }

    private long nextMessage(long chat) {
        return lastMessages.merge(chat, 1L, Long::sum);
    }

    private Update update(String kind, long chat, ObjectNode content, Update.@Nullable Tag tag) {
        ObjectNode update = Payloads.object().put("update_id", ++lastUpdate);
        update.set(kind, content);
        return new Update(lastUpdate, chat, Payloads.bytes(update), tag);
    }
}
