package org.covigie.bot.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.springframework.stereotype.Component;

/** {@code /groupe}: the state of the group; the animator also sees the members with their numbers. */
@Component
class ShowGroup implements Command {
    private final Groups groups;
    private final Somebody somebody;
    private final Family family;
    private final List<GroupFact> facts;

    ShowGroup(Groups groups, Somebody somebody, Family family, List<GroupFact> facts) {
        this.groups = groups;
        this.somebody = somebody;
        this.family = family;
        this.facts = facts;
    }

    @Override
    public String key() {
        return "group";
    }

    @Override
    public List<String> words() {
        return List.of("groupe", "group");
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.GROUP, Spot.PRIVATE);
    }

    @Override
    public boolean headed() {
        // its first line is the group's name
        return false;
    }

    @Override
    public Answer run(Ask ask) {
        Group group = groups.find(ask.group().id()).orElseThrow();
        List<Member> members = groups.members(group.id());
        Line line = Line.of("groups.state.title", group.title(), group.purpose());
        if (group.purpose() == Purpose.SUPPORT) {
            line = line.then("groups.state.support", group.refusedTags());
        }
        // where the channel counts the people, those the bot does not know yet are counted too
        line = line.then(group.people() == null ? "groups.state.members" : "groups.state.people", group.taken(),
                group.limit());
        line = line.then("groups.state.animator", names(group.id(), members, Role.ANIMATOR));
        List<Member> deputies = members.stream().filter(m -> m.holds(Role.DEPUTY) && !m.holds(Role.ANIMATOR)).toList();
        if (!deputies.isEmpty()) {
            line = line.then("groups.state.deputies", names(group.id(), deputies, Role.DEPUTY));
        }
        line = line.then("groups.state.correspondents", names(group.id(), members, Role.CORRESPONDENT));
        int version = groups.charterVersion(group.id());
        line = line.then("groups.state.charter", version, groups.accepted(group.id(), version), members.size());
        if (!group.bot().administers()) {
            line = line.then("groups.state.no-rights");
        }
        for (GroupFact fact : facts) {
            line = line.then(fact.about(group.id()));
        }
        line = family.of(group.id()).map(line::then).orElse(line);
        if (ask.here().holds(Role.ANIMATOR)) {
            line = line.then("groups.state.list");
            for (Member member : members) {
                line = line.then("groups.state.member", String.valueOf(member.number()),
                        somebody.name(group.id(), member.person()));
            }
        }
        return Answer.privately(line);
    }

    private Object names(long group, List<Member> members, Role role) {
        List<Object> names = new ArrayList<>();
        members.stream().filter(m -> m.holds(role)).forEach(m -> names.add(somebody.name(group, m.person())));
        if (names.isEmpty()) {
            return Line.of("groups.state.nobody");
        }
        Line all = Line.of("groups.state.name", names.getFirst());
        for (Object name : names.subList(1, names.size())) {
            all = Line.of("groups.state.names", all, name);
        }
        return all;
    }
}
