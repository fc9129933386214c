package org.covigie.bot.enrolment;

import java.util.List;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Line;
import org.springframework.stereotype.Component;

/** {@code /orienter N groupe}: the animator or a deputy sends somebody to a group of the same family. */
@Component
class Refer extends DecisionCommand {
    private final Decisions decisions;

    Refer(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public String key() {
        return "refer";
    }

    @Override
    public List<String> words() {
        return List.of("orienter", "refer");
    }

    @Override
    Line decide(Ask ask, Numbered wanted) {
        return decisions.refer(ask.group(), ask.who(), wanted.number(), wanted.rest());
    }
}
