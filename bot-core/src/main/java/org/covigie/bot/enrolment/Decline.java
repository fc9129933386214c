package org.covigie.bot.enrolment;

import java.util.List;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Line;
import org.springframework.stereotype.Component;

/** {@code /refuser N [motif]}: the animator or a deputy turns somebody down; the reason reaches the candidate. */
@Component
class Decline extends DecisionCommand {
    private final Decisions decisions;

    Decline(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public String key() {
        return "decline";
    }

    @Override
    public List<String> words() {
        return List.of("refuser", "decline");
    }

    @Override
    Line decide(Ask ask, Numbered wanted) {
        return decisions.decline(ask.group(), ask.who(), wanted.number(), wanted.rest());
    }
}
