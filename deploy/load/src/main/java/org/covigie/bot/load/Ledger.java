package org.covigie.bot.load;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** What was handed to the bot, what it accepted, and what it did about it. Thread-safe. */
final class Ledger {
    private record Place(long chat, long message) {}

    private final Map<Place, Update> tags = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger repeats = new AtomicInteger();
    private final AtomicInteger strayReactions = new AtomicInteger();
    private final AtomicLong lastCall = new AtomicLong(System.nanoTime());
    private final Samples posts = new Samples();

    /** Makes the acknowledgements of these known: on the message tagged or on the command, either counts. */
    void expect(Collection<Update> updates) {
        for (Update update : updates) {
            Update.Tag tag = update.tag();
            if (tag != null) {
                tags.put(new Place(update.chat(), tag.taggedMessage()), update);
                tags.put(new Place(update.chat(), tag.commandMessage()), update);
            }
        }
    }

    void accepted(Update update) {
        update.accepted(System.nanoTime());
        accepted.incrementAndGet();
    }

    /** A webhook call that was answered 2xx. */
    void posted(long nanos) {
        posts.add(nanos);
    }

    /** An update was given to the bot once more than needed, on purpose. */
    void repeated() {
        repeats.incrementAndGet();
    }

    /** A call of the Bot API other than getUpdates. */
    void called(String method) {
        calls.computeIfAbsent(method, key -> new AtomicInteger()).incrementAndGet();
        lastCall.set(System.nanoTime());
    }

    void reacted(long chat, long message) {
        Update update = tags.get(new Place(chat, message));
        if (update == null) {
            strayReactions.incrementAndGet();
        } else {
            update.acknowledged(System.nanoTime());
        }
    }

    int acceptedCount() {
        return accepted.get();
    }

    int repeatCount() {
        return repeats.get();
    }

    int strayReactionCount() {
        return strayReactions.get();
    }

    int calls(String method) {
        AtomicInteger count = calls.get(method);
        return count == null ? 0 : count.get();
    }

    /** Seconds since the bot last called. */
    double quietSeconds() {
        return (System.nanoTime() - lastCall.get()) / 1e9;
    }

    Samples posts() {
        return posts;
    }

    static List<Update> tagsOf(List<Update> updates) {
        return updates.stream().filter(update -> update.tag() != null).toList();
    }

    static boolean all(List<Update> updates, Predicate<Update> so) {
        // the last to be fed is the likeliest to be missing, and this is asked often
        for (int i = updates.size() - 1; i >= 0; i--) {
            if (!so.test(updates.get(i))) {
                return false;
            }
        }
        return true;
    }
}
