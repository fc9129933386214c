package org.covigie.bot.signals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
     * A synthesis speaks of this signal: the message it was made of is answered in the group, where the platform has it, and
     * its author and the correspondent who tagged it are told alone. Nothing happens for a signal that was never published, and
     * nothing is said in a group that collects nothing or has no bot any more.
     *
     * @param later when the group may hear of it at the earliest; null: now
     */
    public void usedIn(UUID synthesis, UUID signal, String title, String url, @Nullable Instant later) {
        rows.findById(signal).filter(row -> row.status == Status.PUBLISHED)
                .ifPresent(row -> groups.find(row.groupId).filter(group -> !group.gone())
                        .flatMap(group -> groups.info(group.id()))
                        .filter(group -> !group.locked() && channels.on(group.chat().channel()))
                        .ifPresent(group -> used(synthesis, row, group, title, url, later)));
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

    private void used(UUID synthesis, SignalRow row, GroupInfo group, String title, String url,
            @Nullable Instant later) {
        String once = "used:" + UUID.nameUUIDFromBytes((synthesis + "/" + row.id).getBytes(StandardCharsets.UTF_8));
        String message = tagging.source(row);
        String number = String.valueOf(row.number);
        if (message != null && !group.support() && !channels.of(group.chat()).capabilities().hosted()) {
            outbox.post(new Post(new Outgoing.Text(group.chat(), null, message, null,
                    texts.rich(Line.of("signals.used.here", title, url), group.language()), List.of()),
                    "used", false, once, false, null).notBefore(later));
        }
        Stream.of(row.authorId, row.taggerId).filter(Objects::nonNull).distinct()
                .forEach(reader -> people.byId(reader).ifPresent(person -> replies.privately(person, group, null,
                        "used.told",
                        Line.of(reader.equals(row.authorId) ? "signals.used.author" : "signals.used.tagger", number,
                                title, url),
                        Languages.of(person, null, group), false, once + ":" + reader)));
    }
}
