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

/** {@code /refuser N [motif]}: the animator or a deputy turns somebody down; the reason reaches the candidate. */
@Component
class Decline implements Command {
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
                .map(wanted -> Answer.inPlace(decisions.decline(ask.group(), ask.who(), wanted.number(),
                        wanted.rest())))
                .orElseGet(() -> Answer.privately(Line.of("enrolment.number", this)));
    }
}
