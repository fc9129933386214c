package org.covigie.bot.enrolment;

import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;

/** What the animator or a deputy decides about one request, named by its number. */
abstract class DecisionCommand implements Command {
    @Override
    public Role needs() {
        return Role.DEPUTY;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.PRIVATE);
    }

    @Override
    public boolean guarded() {
        return true;
    }

    @Override
    public Answer run(Ask ask) {
        return Numbered.read(ask.args()).map(wanted -> Answer.inPlace(decide(ask, wanted)))
                .orElseGet(() -> Answer.privately(Line.of("enrolment.number", this)));
    }

    /** Decides, and says what came of it. */
    abstract Line decide(Ask ask, Numbered wanted);
}
