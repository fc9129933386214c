package org.covigie.bot.relay;

import org.covigie.bot.groups.Departed;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.people.People;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Copies that have not left yet, for a digest or an open window, reach nobody who wants or may have none any more. */
@Component
class WaitingCopies {
    private final Outbox outbox;
    private final People people;
    private final Groups groups;
    private final Modes modes;

    WaitingCopies(Outbox outbox, People people, Groups groups, Modes modes) {
        this.outbox = outbox;
        this.people = people;
        this.groups = groups;
        this.modes = modes;
    }

    /** None of this group's reaches this person. */
    void drop(long group, long person) {
        people.byId(person).ifPresent(reader -> outbox.cancel(reader.address(), Relaying.once(group)));
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
