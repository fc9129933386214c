package org.covigie.bot.groups;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.springframework.stereotype.Component;

/** {@code /charteabandonner}: the version that is not published yet is thrown away. */
@Component
class DropCharter implements Command {
    private final CharterDesk desk;

    DropCharter(CharterDesk desk) {
        this.desk = desk;
    }

    @Override
    public String key() {
        return "dropcharter";
    }

    @Override
    public List<String> words() {
        return List.of("charteabandonner", "dropcharter");
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
    public boolean listed() {
        return false;
    }

    @Override
    public Answer run(Ask ask) {
        return desk.drop(ask.group().id());
    }
}
