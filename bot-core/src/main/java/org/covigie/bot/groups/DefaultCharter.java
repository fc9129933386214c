package org.covigie.bot.groups;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.springframework.stereotype.Component;

/** {@code /chartedefaut}: the house's charter comes back into force, as a version of its own. */
@Component
class DefaultCharter implements Command {
    private final CharterDesk desk;

    DefaultCharter(CharterDesk desk) {
        this.desk = desk;
    }

    @Override
    public String key() {
        return "defaultcharter";
    }

    @Override
    public List<String> words() {
        return List.of("chartedefaut", "defaultcharter");
    }

    @Override
    public Role needs() {
        return Role.ANIMATOR;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.GROUP, Spot.PRIVATE);
    }

    @Override
    public Answer run(Ask ask) {
        return desk.house(ask.group(), ask.who().id());
    }
}
