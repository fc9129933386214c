package org.covigie.bot.relay;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.covigie.bot.commands.Line;
import org.covigie.bot.groups.GroupFact;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.groups.Member;
import org.covigie.bot.messaging.Windows;
import org.covigie.bot.people.People;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which members cannot be reached now, and why, for {@code /groupe}: by number, since every member may ask. */
@Component
@Order(41)
class ReachFact implements GroupFact {
    private static final int MOST = 10;

    private final Groups groups;
    private final People people;
    private final Windows windows;

    ReachFact(Groups groups, People people, Windows windows) {
        this.groups = groups;
        this.people = people;
        this.windows = windows;
    }

    @Override
    public Line about(long group) {
        if (groups.find(group).filter(g -> g.hosting() != Hosting.NATIVE).isEmpty()) {
            return Line.empty();
        }
        Map<Windows.Reach, List<Integer>> numbers = groups.members(group).stream()
                .filter(member -> people.byId(member.person()).isPresent())
                .collect(Collectors.groupingBy(this::reach, () -> new EnumMap<>(Windows.Reach.class),
                        Collectors.mapping(Member::number, Collectors.toList())));
        Line line = Line.empty();
        for (Map.Entry<Windows.Reach, List<Integer>> entry : numbers.entrySet()) {
            if (entry.getKey() != Windows.Reach.OPEN) {
                line = line.then("relay.reach." + entry.getKey().name(), entry.getValue().size(),
                        listed(entry.getValue()));
            }
        }
        return line;
    }

    private Windows.Reach reach(Member member) {
        return people.byId(member.person()).map(person -> windows.reach(person.address())).orElse(Windows.Reach.GONE);
    }

    private static String listed(List<Integer> numbers) {
        String first = new TreeSet<>(numbers).stream().limit(MOST).map(String::valueOf)
                .collect(Collectors.joining(", "));
        return numbers.size() > MOST ? first + "…" : first;
    }
}
