package org.covigie.bot.groups;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.springframework.stereotype.Component;

/** {@code /chartepublier}: the version the animator has looked at comes into force; the group is asked once more. */
@Component
class PublishCharter implements Command {
    private final CharterDesk desk;

    PublishCharter(CharterDesk desk) {
        this.desk = desk;
    }

    @Override
    public String key() {
        return "publishcharter";
    }

    @Override
    public List<String> words() {
        return List.of("chartepublier", "publishcharter");
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
        return desk.publish(ask.group(), ask.who().id(), ask.args().strip());
    }
}
