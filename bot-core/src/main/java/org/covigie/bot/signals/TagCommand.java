package org.covigie.bot.signals;

import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;

/** What the three tags share: they differ in their words and in the kind of the draft. */
abstract class TagCommand implements Command {
    private final Kind kind;
    private final Tags tags;

    TagCommand(Kind kind, Tags tags) {
        this.kind = kind;
        this.tags = tags;
    }

    @Override
    public Role needs() {
        return Role.CORRESPONDENT;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.REPLY);
    }

    @Override
    public Carries carries() {
        return Carries.WORDS;
    }

    @Override
    public Answer run(Ask ask) {
        return tags.tag(ask, kind, words().getFirst());
    }
}
