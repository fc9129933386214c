package org.covigie.bot.relay;

import java.util.EnumMap;
import java.util.Map;
import org.covigie.bot.commands.Line;
import org.covigie.bot.groups.GroupFact;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.people.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many members cannot be reached now, and why, for {@code /groupe}. */
@Component
@Order(41)
class ReachFact implements GroupFact {
    private final Groups groups;
    private final People people;
    private final ObjectProvider<Reach> reach;

    ReachFact(Groups groups, People people, ObjectProvider<Reach> reach) {
        this.groups = groups;
        this.people = people;
        this.reach = reach;
    }

    @Override
    public Line about(long group) {
        Reach known = reach.getIfAvailable();
        if (known == null || groups.find(group).filter(g -> g.hosting() != Hosting.NATIVE).isEmpty()) {
            return Line.empty();
        }
        Map<Reach.State, Integer> count = new EnumMap<>(Reach.State.class);
        groups.members(group).stream().flatMap(member -> people.byId(member.person()).stream())
                .forEach(person -> count.merge(known.of(person.address()), 1, Integer::sum));
        Line line = Line.empty();
        for (Map.Entry<Reach.State, Integer> entry : count.entrySet()) {
            if (entry.getKey() != Reach.State.OPEN) {
                line = line.then("relay.reach." + entry.getKey().name(), entry.getValue());
            }
        }
        return line;
    }
}
