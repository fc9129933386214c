package org.covigie.bot.groups;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Bare;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.springframework.stereotype.Component;

/** {@code /nepasrelayer}: a member takes the agreement back: own messages are no longer relayed. */
@Component
class OptOut implements Command {
    private final Groups groups;

    OptOut(Groups groups) {
        this.groups = groups;
    }

    @Override
    public String key() {
        return "optout";
    }

    @Override
    public List<String> words() {
        return List.of("nepasrelayer", "optout");
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
    public Bare bare() {
        return new Bare(Set.of("nepasrelayer", "optout", "ne pas relayer"), false);
    }

    @Override
    public Answer run(Ask ask) {
        groups.consent(ask.group().id(), ask.who().id(), false);
        return Answer.briefly("groups.consent.refused");
    }
}
