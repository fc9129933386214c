package org.covigie.bot.enrolment;

import java.util.List;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Line;
import org.springframework.stereotype.Component;

/** {@code /attente N}: the animator or a deputy puts somebody on the waiting list. */
@Component
class PutOnWaitingList extends DecisionCommand {
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
    Line decide(Ask ask, Numbered wanted) {
        return decisions.queue(ask.group(), ask.who(), wanted.number());
    }
}
