package org.covigie.bot.signals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.commands.Texts;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Post;
import org.covigie.bot.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes the loop: those who gave something hear what became of it. */
@Service
@Transactional
public class Contributions {
    private final SignalRows rows;
    private final Tagging tagging;
    private final Groups groups;
    private final People people;
    private final Channels channels;
    private final Replies replies;
    private final Outbox outbox;
    private final Texts texts;

    Contributions(SignalRows rows, Tagging tagging, Groups groups, People people, Channels channels, Replies replies,
            Outbox outbox, Texts texts) {
        this.rows = rows;
        this.tagging = tagging;
        this.groups = groups;
        this.people = people;
        this.channels = channels;
        this.replies = replies;
        this.outbox = outbox;
        this.texts = texts;
    }

    /**
     * A synthesis speaks of this signal: the message it was made of is answered in the group, where the platform has it. Nothing
     * happens for a signal that was never published, and nothing is said in a group that collects nothing or has no bot any more.
     *
     * @param later when the group may hear of it at the earliest; null: now
     */
    public void usedIn(UUID synthesis, UUID signal, String title, String url, @Nullable Instant later) {
        rows.findById(signal).filter(row -> row.status == Status.PUBLISHED)
                .ifPresent(row -> reachable(row.groupId).ifPresent(group -> {
                    String message = tagging.source(row);
                    if (message != null && !group.support() && !channels.of(group.chat()).capabilities().hosted()) {
                        outbox.post(new Post(new Outgoing.Text(group.chat(), null, message, null,
                                texts.rich(Line.of("signals.used.here", title, url), group.language()), List.of()),
                                "used", false, once(synthesis + "/" + signal), false, null).notBefore(later));
                    }
                }));
    }

    /**
     * What each group gave in this time; groups that gave nothing are left out.
     *
     * @param from  first instant
     * @param until exclusive
     */
    @Transactional(readOnly = true)
    public List<GroupTally> given(Instant from, Instant until) {
        return rows.tallies(from, until);
    }

    /**
     * A synthesis speaks of these signals, of all it names: whoever wrote or tagged some of them is told so alone, in one
     * message, however many they are.
     */
    public void tell(UUID synthesis, List<UUID> signals, String title, String url) {
        Map<Long, Share> shares = new TreeMap<>();
        Map<Long, Optional<GroupInfo>> known = new HashMap<>();
        rows.findAllById(signals).stream().filter(row -> row.status == Status.PUBLISHED)
                .sorted(Comparator.comparing((SignalRow row) -> row.groupId).thenComparing(row -> row.number))
                .forEach(row -> known.computeIfAbsent(row.groupId, this::reachable).ifPresent(group -> {
                    if (row.authorId != null) {
                        shares.computeIfAbsent(row.authorId, any -> Share.in(group)).written.add(row.number);
                    }
                    if (row.taggerId != null && !row.taggerId.equals(row.authorId)) {
                        shares.computeIfAbsent(row.taggerId, any -> Share.in(group)).tagged.add(row.number);
                    }
                }));
        shares.forEach((reader, share) -> people.byId(reader)
                .ifPresent(person -> replies.privately(person, share.group, null, "used.told", share.told(title, url),
                        Languages.of(person, null, share.group), false, once(synthesis.toString()) + ":" + reader)));
    }

    /** What one person gave of what a synthesis speaks of; the first group speaks for all. */
    private record Share(GroupInfo group, List<Integer> written, List<Integer> tagged) {
        static Share in(GroupInfo group) {
            return new Share(group, new ArrayList<>(), new ArrayList<>());
        }

        Line told(String title, String url) {
            Line line = written.isEmpty() ? Line.empty() : said("signals.used.author", written, title, url);
            if (tagged.isEmpty()) {
                return line;
            }
            return written.isEmpty()
                    ? said("signals.used.tagger", tagged, title, url)
                    : line.then("signals.used.also", tagged.size());
        }

        private static Line said(String key, List<Integer> numbers, String title, String url) {
            return numbers.size() == 1
                    ? Line.of(key, String.valueOf(numbers.getFirst()), title, url)
                    : Line.of(key + ".several", numbers.size(), title, url);
        }
    }

    private Optional<GroupInfo> reachable(long id) {
        return groups.find(id).filter(group -> !group.gone()).flatMap(group -> groups.info(id))
                .filter(group -> !group.locked() && channels.on(group.chat().channel()));
    }

    private static String once(String what) {
        return "used:" + UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    }
}
