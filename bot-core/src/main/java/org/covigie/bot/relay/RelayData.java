package org.covigie.bot.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.covigie.bot.groups.Group;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.people.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What relayed groups keep of a person: by which ids of the platform's their messages and copies are found again, for 7 days,
 * and how they take copies. What they wrote and still waits for others does not leave when they are forgotten.
 */
@Component
@Order(16)
@Transactional
class RelayData implements PersonalData {
    private final Originals originals;
    private final Modes modes;
    private final Groups groups;
    private final WaitingCopies waiting;
    private final Held held;
    private final Newcomers newcomers;

    RelayData(Originals originals, Modes modes, Groups groups, WaitingCopies waiting, Held held, Newcomers newcomers) {
        this.newcomers = newcomers;
        this.originals = originals;
        this.modes = modes;
        this.groups = groups;
        this.waiting = waiting;
        this.held = held;
    }

    @Override
    public Set<String> keeps() {
        return Set.of("relay_message.author", "relay_message.print", "relay_message.message", "relay_copy.person",
                "relay_copy.print", "relay_member.person_id", "relay_entry.person_id", "relay_held.person_id",
                "relay_held.body");
    }

    @Override
    public List<Datum> export(long person) {
        List<Datum> data = new ArrayList<>();
        for (Modes.Choice choice : modes.choices(person)) {
            data.add(new Datum("relay.data.mode." + choice.mode().name(),
                    List.of(groups.find(choice.group()).map(Group::title).orElse("?"))));
        }
        int waits = held.of(person);
        if (waits > 0) {
            data.add(new Datum("relay.data.held", List.of(waits)));
        }
        int messages = originals.by(person);
        if (messages > 0) {
            data.add(new Datum("relay.data.messages", List.of(messages)));
        }
        return data;
    }

    @Override
    public void forget(long person) {
        waiting.dropWordsOf(person);
        held.forget(person);
        originals.forget(person);
        modes.forget(person);
        newcomers.forget(person);
    }
}
