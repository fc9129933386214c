package org.covigie.bot.signals;

import java.util.List;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Recent;
import org.covigie.bot.screening.TakingDown;
import org.springframework.stereotype.Component;

/** {@code /probleme} in reply to a message: it becomes a draft of kind PROBLEM. */
@Component
class TagProblem extends TagCommand {
    TagProblem(Tagging tagging, Groups groups, Recent recent, Acknowledgement acknowledgement, Told told,
            TakingDown takingDown) {
        super(Kind.PROBLEM, tagging, groups, recent, acknowledgement, told, takingDown);
    }

    @Override
    public String key() {
        return "problem";
    }

    @Override
    public List<String> words() {
        return List.of("probleme", "problem", "p");
    }
}
