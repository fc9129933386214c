package org.covigie.bot.relay;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.groups.Member;
import org.covigie.bot.groups.Somebody;
import org.covigie.bot.people.People;
import org.springframework.stereotype.Component;

/** {@code /quitter}: a member leaves a group that the house keeps, after a confirmation. */
@Component
class Leave implements Command {
    private final Groups groups;
    private final People people;
    private final Somebody somebody;

    Leave(Groups groups, People people, Somebody somebody) {
        this.groups = groups;
        this.people = people;
        this.somebody = somebody;
    }

    @Override
    public String key() {
        return "leave";
    }

    @Override
    public List<String> words() {
        return List.of("quitter", "leave");
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
    public boolean hosted() {
        return true;
    }

    @Override
    public Answer run(Ask ask) {
        long group = ask.group().id();
        long leaver = ask.who().id();
        if (groups.find(group).filter(g -> g.hosting() != Hosting.NATIVE).isEmpty()) {
            return Answer.privately("relay.leave.native");
        }
        if (ask.here().holds(Role.ANIMATOR) && groups.members(group).size() > 1 && groups.members(group).stream()
                .noneMatch(m -> m.person() != leaver && (m.holds(Role.DEPUTY) || m.holds(Role.CORRESPONDENT)))) {
            // nobody could decide about the group any more
            return Answer.privately("relay.leave.animator", ask.group().title());
        }
        if (!ask.yesOrNo().orElse(false)) {
            return Answer.privately(Line.of("relay.leave.confirm", ask.group().title())
                    .choices(Line.Choice.command("relay.leave.yes", "/quitter oui")));
        }
        Object name = somebody.name(group, leaver);
        groups.left(group, leaver);
        if (java.util.Objects.equals(ask.who().currentGroup(), group)) {
            people.chooses(leaver, null);
        }
        Answer told = Answer.privately("relay.leave.done", ask.group().title());
        Optional<Member> animator = groups.animator(group);
        return animator.isEmpty()
                ? told
                : told.and(Answer.toPerson(animator.get().person(), "relay.left",
                        Line.of("relay.leave.told", name, ask.group().title())));
    }
}
