package org.covigie.bot.companion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.covigie.bot.commands.Line;
import org.covigie.bot.groups.GroupFact;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.groups.Member;
import org.covigie.bot.messaging.Trouble;
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
    private final Absences absences;

    ReachFact(Groups groups, People people, Windows windows, Absences absences) {
        this.groups = groups;
        this.people = people;
        this.windows = windows;
        this.absences = absences;
    }

    @Override
    public Line about(long group) {
        if (groups.find(group).filter(g -> g.hosting() != Hosting.NATIVE).isEmpty()) {
            return Line.empty();
        }
        List<Member> members = groups.members(group);
        Map<Long, Trouble> why = absences.why(members.stream().map(Member::person).toList());
        Map<String, List<Integer>> waiting = new TreeMap<>();
        Map<Trouble, List<Integer>> troubled = new TreeMap<>();
        for (Member member : members) {
            Trouble trouble = why.get(member.person());
            switch (reach(member).orElse(Windows.Reach.OPEN)) {
                case STOPPED -> add(waiting, "companion.reach.STOPPED", member);
                case GONE -> add(troubled, trouble == null ? Trouble.OTHER : trouble, member);
                case OPEN, SHUT -> {
                    if (trouble != null) {
                        add(troubled, trouble, member);
                    } else if (reach(member).filter(Windows.Reach.SHUT::equals).isPresent()) {
                        add(waiting, "companion.reach.SHUT", member);
                    }
                }
            }
        }
        Line line = Line.empty();
        for (Map.Entry<String, List<Integer>> entry : waiting.entrySet()) {
            line = line.then(entry.getKey(), entry.getValue().size(), listed(entry.getValue()));
        }
        for (Map.Entry<Trouble, List<Integer>> entry : troubled.entrySet()) {
            line = line.then("companion.reach.trouble", entry.getValue().size(), listed(entry.getValue()),
                    entry.getKey());
        }
        return line;
    }

    private static <K> void add(Map<K, List<Integer>> numbers, K key, Member member) {
        numbers.computeIfAbsent(key, k -> new java.util.ArrayList<>()).add(member.number());
    }

    private Optional<Windows.Reach> reach(Member member) {
        return people.byId(member.person()).map(person -> windows.reach(person.address()));
    }

    private static String listed(List<Integer> numbers) {
        String first = new TreeSet<>(numbers).stream().limit(MOST).map(String::valueOf)
                .collect(Collectors.joining(", "));
        return numbers.size() > MOST ? first + "…" : first;
    }
}
