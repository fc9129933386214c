package org.covigie.bot.enrolment;

import java.util.List;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Line;
import org.springframework.stereotype.Component;

/** {@code /accepter N}: the animator or a deputy lets somebody in. */
@Component
class Approve extends DecisionCommand {
    private final Decisions decisions;

    Approve(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public String key() {
        return "approve";
    }

    @Override
    public List<String> words() {
        return List.of("accepter", "approve");
    }

    @Override
    Line decide(Ask ask, Numbered wanted) {
        return decisions.approve(ask.group(), ask.who(), wanted.number());
    }
}
