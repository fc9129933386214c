package org.covigie.bot.polls;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.springframework.stereotype.Component;

/** {@code /relancer}: reminds in private those who have not voted. */
@Component
class NudgeVoters implements Command {
    private final Polls polls;
    private final Nudges nudges;

    NudgeVoters(Polls polls, Nudges nudges) {
        this.polls = polls;
        this.nudges = nudges;
    }
    @Override
    public String key() {
        return "nudge";
    }

    @Override
    public List<String> words() {
        return List.of("relancer", "nudge");
    }

    @Override
    public Role needs() {
        return Role.ANIMATOR;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.REPLY, Spot.GROUP, Spot.PRIVATE);
    }

    @Override
    public Answer run(Ask ask) {
        return switch (polls.meant(ask, this)) {
            case Polls.Unclear unclear -> Answer.privately(unclear.why());
            case Polls.Found found -> Answer.privately(nudges.asked(ask.group(), found.row()));
        };
    }
}
