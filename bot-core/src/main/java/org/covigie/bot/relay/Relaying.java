package org.covigie.bot.relay;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Member;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Post;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Recent;
import org.covigie.bot.messaging.Windows;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings a member's message to all other members who have accepted the charter and have not muted the group. */
@Service
@Transactional
class Relaying {
    /** What a post's key begins with: then the group, the original, the reader, and which message of the copy it is. */
    private static final String ONCE = "relay:";
    private static final int EXCERPT = 80;

    private final Originals originals;
    private final Modes modes;
    private final Spending spending;
    private final Warnings warnings;
    private final Excerpts excerpts;
    private final Groups groups;
    private final People people;
    private final Channels channels;
    private final Windows windows;
    private final Outbox outbox;
    private final Recent recent;
    private final RelaySettings settings;
    private final InstantSource clock;

    Relaying(Originals originals, Modes modes, Spending spending, Warnings warnings, Excerpts excerpts, Groups groups,
            People people, Channels channels, Windows windows, Outbox outbox, Recent recent,
            RelaySettings settings, InstantSource clock) {
        this.originals = originals;
        this.modes = modes;
        this.spending = spending;
        this.warnings = warnings;
        this.excerpts = excerpts;
        this.groups = groups;
        this.people = people;
        this.channels = channels;
        this.windows = windows;
        this.outbox = outbox;
        this.recent = recent;
        this.settings = settings;
        this.clock = clock;
    }

    /** Somebody a copy goes to. */
    record Reader(Person person, Mode mode) {}

    /** Who receives what this person writes, now. */
    List<Reader> readers(long group, long author) {
        Map<Long, Mode> chosen = modes.in(group);
        Set<Long> signed = groups.accepted(group);
        return groups.members(group).stream().map(Member::person)
                .filter(person -> person != author && signed.contains(person)
                        && chosen.getOrDefault(person, Mode.ALL) != Mode.MUTED)
                .flatMap(person -> people.byId(person).stream()).filter(this::reachable)
                .map(person -> new Reader(person, chosen.getOrDefault(person.id(), Mode.ALL))).toList();
    }

    private boolean reachable(Person person) {
        return switch (windows.reach(person.address())) {
            case OPEN, SHUT -> true;
            case STOPPED, GONE -> false;
        };
    }

    /** @return whether it has been passed on; else its author has been told why */
    boolean passOn(Incoming.Said said, Person author, GroupInfo group) {
        // one after the other: so everybody reads the same order, and the limit holds
        spending.lock(group.id());
        List<Reader> readers = readers(group.id(), author.id());
        int maxText = channels.of(author.address()).capabilities().maxText();
        int each = copy(said, author, group, Locale.FRENCH).to(author.address(), maxText).size();
        int sent = each * readers.size();
        if (!warnings.affordable(group, sent)) {
            warnings.exhausted(group, author);
            return false;
        }
        Optional<Long> id = originals.add(group.id(), author.id(), said.sender().address(), said.message(),
                said.media(), said.at());
        if (id.isEmpty()) {
            return true;
        }
        Instant digest = settings.nextDigest(clock.instant());
        for (Reader reader : readers) {
            Locale language = Languages.of(reader.person(), null, group);
            int number = 0;
            for (Outgoing out : copy(said, author, group, language).to(reader.person().address(), maxText)) {
                number++;
                String once = once(group.id()) + id.get() + ":" + reader.person().id()
                        + (number == 1 ? "" : "." + number);
                outbox.post(Post.of("relay", out).once(once)
                        .asChatter(reader.mode() == Mode.DIGEST ? digest : null));
            }
        }
        recent.remember(group.chat(), said.withoutContact().quoted().unnamed());
        spending.count(group.id(), sent, 1);
        warnings.spent(group);
        return true;
    }

    /** What the keys of a group's copies begin with. */
    static String once(long group) {
        return ONCE + group + ":";
    }

    /** What the keys of a message's copies begin with. */
    static String once(Originals.Original original) {
        return once(original.group()) + original.id() + ":";
    }

    private Copy copy(Incoming.Said said, Person author, GroupInfo group, Locale language) {
        return new Copy(excerpts.signature(group.id(), author, language), quote(said.replyTo(), group),
                said.text().text(), said.attached());
    }

    private @Nullable String quote(@Nullable Quoted quoted, GroupInfo group) {
        if (quoted == null || quoted.author() == null) {
            return null;
        }
        String name = people.find(quoted.author().address()).map(person -> excerpts.name(group.id(), person))
                .orElse("?");
        String words = Excerpts.first(quoted.text(), EXCERPT);
        return "> " + name + ": " + (words.isEmpty() ? "…" : words);
    }
}
