package org.covigie.bot.enrolment;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.springframework.stereotype.Component;

/** {@code /attente N}: the animator or a deputy puts somebody on the waiting list. */
@Component
class PutOnWaitingList implements Command {
    private final Decisions decisions;

    PutOnWaitingList(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public String key() {
        return "waitlist";
    }

    @Override
    public List<String> words() {
        return List.of("attente", "waitlist");
    }

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
        return Numbered.read(ask.args())
                .map(wanted -> Answer.inPlace(decisions.queue(ask.group(), ask.who(), wanted.number())))
                .orElseGet(() -> Answer.privately(Line.of("enrolment.number", this)));
    }
}
