package org.covigie.bot.groups;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Membership;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Roles;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.people.People;
import org.springframework.stereotype.Component;

/** {@code /ici}: which of several groups a person's private commands mean, by name or by the number on a button. */
@Component
class ChooseGroup implements Command {
    private final Roles roles;
    private final People people;

    ChooseGroup(Roles roles, People people) {
        this.roles = roles;
        this.people = people;
    }

    @Override
    public String key() {
        return "here";
    }

    @Override
    public List<String> words() {
        return List.of("ici", "here");
    }

    @Override
    public Role needs() {
        return Role.ANYONE;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.PRIVATE);
    }

    @Override
    public Answer run(Ask ask) {
        List<GroupInfo> mine = roles.of(ask.who().id()).stream().map(Membership::group).toList();
        if (mine.isEmpty()) {
            return Answer.privately("gate.role.MEMBER");
        }
        String wanted = ask.args().strip().toLowerCase(Locale.ROOT);
        Optional<GroupInfo> group = mine.stream()
                .filter(g -> wanted.equals(String.valueOf(g.id())) || wanted.equals(g.title().toLowerCase(Locale.ROOT)))
                .findFirst();
        if (group.isEmpty() && !wanted.isEmpty()) {
            List<GroupInfo> like = mine.stream().filter(g -> g.title().toLowerCase(Locale.ROOT).contains(wanted))
                    .toList();
            group = like.size() == 1 ? Optional.of(like.getFirst()) : Optional.empty();
        }
        if (group.isEmpty() && mine.size() == 1 && wanted.isEmpty()) {
            group = Optional.of(mine.getFirst());
        }
        if (group.isEmpty()) {
            Line line = Line.of(wanted.isEmpty() ? "gate.which-group" : "groups.here.unknown");
            for (GroupInfo one : mine.subList(0, Math.min(8, mine.size()))) {
                line = line.choices(Line.Choice.command("gate.which-group.button", "/ici " + one.id(), one.title()));
            }
            return Answer.privately(line);
        }
        people.chooses(ask.who().id(), group.get().id());
        return Answer.inPlace(Line.of("groups.here", group.get().title()));
    }
}
