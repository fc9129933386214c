package org.covigie.bot.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The last messages of the groups, in memory only: at most 500 of a chat, for 48 hours, and about 48 MB in all; the oldest
 * leave first. Empty after a start. Thread-safe.
 *
 * <p>Not a cache that forgets what is seldom asked for: nearly nothing here is ever asked for, and it is the newest that matter.
 */
@Component
public class Recent {
    private static final int PER_CHAT = 500;
    private static final Duration KEPT = Duration.ofHours(48);
    private static final long MOST_BYTES = 48L << 20;
    private static final int OVERHEAD = 600;

    private final InstantSource clock;
    private final long mostBytes;
    private final Map<Address, LinkedHashMap<String, Entry>> chats = new HashMap<>();
    private final LinkedHashSet<Entry> oldestFirst = new LinkedHashSet<>();
    private long bytes;

    @Autowired
    Recent(InstantSource clock) {
        this(clock, MOST_BYTES);
    }

    Recent(InstantSource clock, long mostBytes) {
        this.clock = clock;
        this.mostBytes = mostBytes;
    }

    /** Remembers a message as it stands now, in place of what was known of it. */
    public synchronized void remember(Address chat, Quoted message) {
        LinkedHashMap<String, Entry> shelf = chats.computeIfAbsent(chat, c -> new LinkedHashMap<>());
        Entry known = shelf.get(message.message());
        if (known != null) {
            bytes -= known.weight();
            known.quoted = message;
            bytes += known.weight();
        } else {
            Entry entry = new Entry(chat, message, clock.instant());
            shelf.put(message.message(), entry);
            oldestFirst.add(entry);
            bytes += entry.weight();
            if (shelf.size() > PER_CHAT) {
                forget(shelf.firstEntry().getValue());
            }
        }
        tidy();
    }

    /** Gives a remembered message other words; what is not remembered stays so. */
    public synchronized void revise(Address chat, String message, Words words) {
        find(chat, message).ifPresent(known -> remember(chat, known.with(words, known.also())));
    }

    /** The message as it stood when last seen. */
    public synchronized Optional<Quoted> find(Address chat, String message) {
        tidy();
        return Optional.ofNullable(shelf(chat).get(message)).map(e -> e.quoted);
    }

    /** The next messages of the same author after this one, oldest first; empty when it or its author is not known. */
    public synchronized List<Quoted> following(Address chat, String message, int most) {
        Optional<Quoted> first = find(chat, message);
        Sender author = first.map(Quoted::author).orElse(null);
        if (author == null) {
            return List.of();
        }
        List<Quoted> inOrder = inOrder(chat, q -> isBy(q, author.address()));
        int at = inOrder.indexOf(first.get());
        return inOrder.subList(at + 1, Math.min(inOrder.size(), at + 1 + Math.max(0, most)));
    }

    /** What this author wrote in the chat from one moment up to another, oldest first. */
    public synchronized List<Quoted> between(Address chat, Address author, Instant from, Instant to) {
        tidy();
        return inOrder(chat, q -> isBy(q, author) && !q.sentAt().isBefore(from) && !q.sentAt().isAfter(to));
    }

    /** The remembered parts of an album, oldest first. */
    public synchronized List<Quoted> album(Address chat, String album) {
        tidy();
        return inOrder(chat, q -> album.equals(q.album()));
    }

    /** Forgets one message, when its author takes it back. */
    public synchronized void forget(Address chat, String message) {
        Entry entry = shelf(chat).get(message);
        if (entry != null) {
            forget(entry);
        }
    }

    /** Forgets everything this person wrote, in all chats. */
    public synchronized void forgetAuthor(Address author) {
        List<Entry> theirs = oldestFirst.stream().filter(e -> isBy(e.quoted, author)).toList();
        theirs.forEach(this::forget);
    }

    private List<Quoted> inOrder(Address chat, Predicate<Quoted> wanted) {
        return shelf(chat).values().stream().map(e -> e.quoted).filter(wanted)
                .sorted(Comparator.comparing(Quoted::sentAt)).toList();
    }

    private static boolean isBy(Quoted quoted, Address person) {
        Sender author = quoted.author();
        return author != null && author.address().equals(person);
    }

    private Map<String, Entry> shelf(Address chat) {
        LinkedHashMap<String, Entry> shelf = chats.get(chat);
        return shelf == null ? Map.of() : shelf;
    }

    private void tidy() {
        Instant limit = clock.instant().minus(KEPT);
        while (!oldestFirst.isEmpty()) {
            Entry oldest = oldestFirst.getFirst();
            if (bytes <= mostBytes && !oldest.at.isBefore(limit)) {
                return;
            }
            forget(oldest);
        }
    }

    private void forget(Entry entry) {
        oldestFirst.remove(entry);
        bytes -= entry.weight();
        LinkedHashMap<String, Entry> shelf = chats.get(entry.chat);
        if (shelf != null) {
            shelf.remove(entry.quoted.message());
            if (shelf.isEmpty()) {
                chats.remove(entry.chat);
            }
        }
    }

    private static final class Entry {
        private final Address chat;
        private final Instant at;
        private Quoted quoted;

        Entry(Address chat, Quoted quoted, Instant at) {
            this.chat = chat;
            this.quoted = quoted;
            this.at = at;
        }

        long weight() {
            return OVERHEAD + 2L * quoted.text().text().length();
        }
    }
}
