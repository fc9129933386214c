package org.covigie.bot.signals;

import java.util.List;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Recent;
import org.covigie.bot.screening.TakingDown;
import org.springframework.stereotype.Component;

/** {@code /solution} in reply to a message: it becomes a draft of kind SOLUTION. */
@Component
class TagSolution extends TagCommand {
    TagSolution(Tagging tagging, Groups groups, Recent recent, Acknowledgement acknowledgement, Told told,
            TakingDown takingDown) {
        super(Kind.SOLUTION, tagging, groups, recent, acknowledgement, told, takingDown);
    }

    @Override
    public String key() {
        return "solution";
    }

    @Override
    public List<String> words() {
        return List.of("solution", "s");
    }
}
