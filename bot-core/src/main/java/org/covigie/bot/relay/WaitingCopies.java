package org.covigie.bot.relay;

import org.covigie.bot.groups.Departed;
import org.covigie.bot.groups.Group;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.groups.MessageTakenBack;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.people.People;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Copies that have not left yet, for a digest or an open window, reach nobody who wants or may have none any more. */
@Component
class WaitingCopies {
    private final Outbox outbox;
    private final People people;
    private final Modes modes;
    private final Groups groups;
    private final Originals originals;

    WaitingCopies(Outbox outbox, People people, Modes modes, Groups groups, Originals originals) {
        this.outbox = outbox;
        this.people = people;
        this.modes = modes;
        this.groups = groups;
        this.originals = originals;
    }

    /** None of this group's reaches this person. */
    void drop(long group, long person) {
        people.byId(person).ifPresent(reader -> outbox.cancel(reader.address(), Relaying.once(group)));
    }

    /** Nobody reads this any more who has not yet. */
    private void drop(Originals.Original original) {
        groups.members(original.group()).stream().flatMap(member -> people.byId(member.person()).stream())
                .forEach(reader -> outbox.cancel(reader.address(), Relaying.once(original)));
    }

    /** Nobody reads any more what this person wrote and they have not read yet. */
    void dropWordsOf(long person) {
        originals.written(person).forEach(this::drop);
    }

    @EventListener
    void on(MessageTakenBack taken) {
        groups.find(taken.group()).map(Group::chat)
                .flatMap(chat -> originals.behind(chat.channel(), taken.message()).stream()
                        .filter(original -> original.group() == taken.group()).findFirst())
                .ifPresent(this::drop);
    }

    /** Whoever comes back begins anew. */
    @EventListener
    void on(Departed departed) {
        if (groups.find(departed.group()).filter(group -> group.hosting() == Hosting.RELAYED).isPresent()) {
            drop(departed.group(), departed.person());
            modes.choose(departed.group(), departed.person(), Mode.ALL);
        }
    }
}
