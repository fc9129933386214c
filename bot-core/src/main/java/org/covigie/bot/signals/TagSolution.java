package org.covigie.bot.signals;

import java.util.List;
import org.springframework.stereotype.Component;

/** {@code /solution} in reply to a message: it becomes a draft of kind SOLUTION. */
@Component
class TagSolution extends TagCommand {
    TagSolution(Tags tags) {
        super(Kind.SOLUTION, tags);
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
