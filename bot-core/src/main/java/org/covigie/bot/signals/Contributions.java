package org.covigie.bot.signals;

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
     * its author and the correspondent who tagged it are told alone. Nothing happens for a signal that was never published.
     */
    public void usedIn(UUID signal, String title, String url) {
        rows.findById(signal).filter(row -> row.status == Status.PUBLISHED)
                .ifPresent(row -> groups.info(row.groupId).ifPresent(group -> used(row, group, title, url)));
    }

    private void used(SignalRow row, GroupInfo group, String title, String url) {
        String once = "used:" + row.id + ":";
        String message = tagging.source(row);
        String number = String.valueOf(row.number);
        String key = Integer.toHexString(url.hashCode());
        if (message != null && !channels.of(group.chat()).capabilities().hosted()) {
            outbox.post(new Post(new Outgoing.Text(group.chat(), null, message, null,
                    texts.rich(Line.of("signals.used.here", title, url), group.language()), java.util.List.of()),
                    "used", false, once + key, false, null));
        }
        Stream.of(row.authorId, row.taggerId).filter(Objects::nonNull).distinct()
                .forEach(reader -> people.byId(reader).ifPresent(person -> replies.privately(person, group, null,
                        "used.told",
                        Line.of(reader.equals(row.authorId) ? "signals.used.author" : "signals.used.tagger", number,
                                title, url),
                        Languages.of(person, null, group), false, once + key + ":" + reader)));
    }
}
