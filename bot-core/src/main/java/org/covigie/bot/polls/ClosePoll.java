package org.covigie.bot.polls;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.springframework.stereotype.Component;

/** {@code /cloturer}: closes a poll; the result follows in the group. */
@Component
class ClosePoll implements Command {
    private final Polls polls;
    private final Closing closing;

    ClosePoll(Polls polls, Closing closing) {
        this.polls = polls;
        this.closing = closing;
    }
    @Override
    public String key() {
        return "close";
    }

    @Override
    public List<String> words() {
        return List.of("cloturer", "close");
    }

    @Override
    public Role needs() {
        return Role.ANIMATOR;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.REPLY, Spot.PRIVATE);
    }

    @Override
    public Answer run(Ask ask) {
        return switch (polls.meant(ask, this)) {
            case Polls.Unclear unclear -> Answer.privately(unclear.why());
            case Polls.Found found ->
                Answer.briefly(closing.close(ask.group(), found.row(), ask.who().id()),
                        String.valueOf(found.row().number));
        };
    }
}
