package org.covigie.bot.moderation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.commands.Texts;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.groups.Journal;
import org.covigie.bot.groups.Member;
import org.covigie.bot.groups.Somebody;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Post;
import org.covigie.bot.messaging.Posted;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts a member out of a group, and takes that back within the hour. */
@Component
class Exclusion {
    private static final Duration UNDONE_WITHIN = Duration.ofHours(1);
    private static final String KEY = "removal:";
    private static final String REFUSED = ":refused";

    private final Removals removals;
    private final Groups groups;
    private final Journal journal;
    private final Somebody somebody;
    private final People people;
    private final Channels channels;
    private final Replies replies;
    private final Outbox outbox;
    private final Texts texts;
    private final InstantSource clock;

    Exclusion(Removals removals, Groups groups, Journal journal, Somebody somebody, People people, Channels channels,
            Replies replies, Outbox outbox, Texts texts, InstantSource clock) {
        this.removals = removals;
        this.groups = groups;
        this.journal = journal;
        this.somebody = somebody;
        this.people = people;
        this.channels = channels;
        this.replies = replies;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Whoever is meant is out, and told so. Where the platform can put people out that is so as soon as it has; when it
     * refuses, nothing has changed.
     */
    void remove(GroupInfo group, Person person, Person by) {
        if (removals.pending(group.id(), person.id())) {
            return;
        }
        long id = removals.add(group.id(), person.id(), by.id());
        if (channels.of(group.chat()).capabilities().invitations()) {
            Line refused = Line.of("moderation.remove.refused", somebody.name(group.id(), person.id()), group.title());
            outbox.post(Post.of("removal", new Outgoing.Removal(group.chat(), person.address(), true)).once(KEY + id)
                    .or(new Post(new Outgoing.Text(by.address(), null, null, null,
                            texts.rich(refused, Languages.of(by, null, group)), List.of()), "removal.refused", true,
                            KEY + id + REFUSED, true, null)));
        } else {
            done(id);
        }
    }

    @EventListener
    void on(Posted posted) {
        if (posted.once().matches(KEY + "\\d{1,18}")) {
            done(Long.parseLong(posted.once().substring(KEY.length())));
        } else if (posted.once().matches(KEY + "\\d{1,18}" + REFUSED)) {
            removals.undo(Long.parseLong(
                    posted.once().substring(KEY.length(), posted.once().length() - REFUSED.length())));
        }
    }

    private void done(long id) {
        if (removals.done(id)) {
            removals.find(id).ifPresent(
                    removal -> groups.info(removal.group()).ifPresent(group -> done(removal, group)));
        }
    }

    private void done(Removals.Removal removal, GroupInfo group) {
        groups.left(group.id(), removal.person());
        journal.note(group.id(), "removed", removal.by(), removal.person(), groups.member(group.id(), removal.person())
                .map(member -> String.valueOf(member.number())).orElse(""));
        if (removal.undone()) {
            // taken back before the platform had done it: the person is out all the same and may come back
            say(removal.person(), group, "moderation.undone.told", "removal.undone", KEY + removal.id() + ":undone");
        } else {
            say(removal.person(), group, "moderation.removed.told", "removal.told", KEY + removal.id() + ":told");
        }
    }

    /** What may come of an attempt to take it back. */
    enum Undone {
        DONE, BACK, NOTHING, TOO_LATE
    }

    /** Where the house alone keeps the group it lets the person in again, unless the place has been taken since. */
    private boolean back(GroupInfo group, long person) {
        groups.lock(group.id());
        boolean room = groups.find(group.id())
                .filter(now -> now.hosting() == Hosting.RELAYED && now.taken() < now.limit()).isPresent();
        if (room) {
            groups.enrol(group.id(), person);
        }
        return room;
    }

    Undone undo(GroupInfo group, Member member, Person by) {
        Optional<Removals.Removal> last = removals.last(group.id(), member.person());
        Optional<Person> person = people.byId(member.person());
        if (last.isEmpty() || person.isEmpty()) {
            return Undone.NOTHING;
        }
        Removals.Removal removal = last.get();
        if (removal.at().plus(UNDONE_WITHIN).isBefore(clock.instant())) {
            return Undone.TOO_LATE;
        }
        removals.undo(removal.id());
        journal.note(group.id(), "removal-undone", by.id(), member.person(), String.valueOf(member.number()));
        if (channels.of(group.chat()).capabilities().invitations()) {
            outbox.post(Post.of("removal.undo", new Outgoing.Removal(group.chat(), person.get().address(), false))
                    .once(KEY + removal.id() + ":undo"));
        }
        if (removal.done() && back(group, member.person())) {
            say(member.person(), group, "moderation.undone.back", "removal.undone", KEY + removal.id() + ":undone");
            return Undone.BACK;
        }
        if (removal.done()) {
            say(member.person(), group, "moderation.undone.told", "removal.undone", KEY + removal.id() + ":undone");
        }
        return Undone.DONE;
    }

    /** Without the group: somebody who is out of it must be reached in private or not at all. */
    private void say(long reader, GroupInfo group, String key, String kind, String once) {
        people.byId(reader).ifPresent(person -> replies.privately(person, null, null, kind,
                Line.of(key, group.title()), Languages.of(person, null, group), false, once));
    }
}
