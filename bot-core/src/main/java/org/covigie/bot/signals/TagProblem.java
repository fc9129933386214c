package org.covigie.bot.signals;

import java.util.List;
import org.springframework.stereotype.Component;

/** {@code /probleme} in reply to a message: it becomes a draft of kind PROBLEM. */
@Component
class TagProblem extends TagCommand {
    TagProblem(Tags tags) {
        super(Kind.PROBLEM, tags);
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
