package org.covigie.bot.signals;

import java.util.List;
import java.util.Optional;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.springframework.stereotype.Component;

/** {@code /lier N M}: solution N answers problem M. */
@Component
class LinkDrafts extends ReviewCommand {
    LinkDrafts(SignalRows rows) {
        super(rows);
    }

    @Override
    public String key() {
        return "link";
    }

    @Override
    public List<String> words() {
        return List.of("lier", "link");
    }

    @Override
    public Answer run(Ask ask) {
        List<Integer> numbers = numbers(ask.args());
        if (numbers.size() != 2) {
            return Answer.privately("link.how");
        }
        Optional<SignalRow> solution = numbered(ask, numbers.get(0));
        Optional<SignalRow> problem = numbered(ask, numbers.get(1));
        if (solution.isEmpty() || problem.isEmpty()) {
            return Answer.privately(missing(solution.isEmpty() ? numbers.get(0) : numbers.get(1)));
        }
        for (SignalRow row : List.of(solution.get(), problem.get())) {
            if (row.status == Status.DISCARDED || row.status == Status.WITHDRAWN) {
                return Answer.privately(closed(row));
            }
        }
        if (solution.get().kind != Kind.SOLUTION || problem.get().kind == Kind.SOLUTION) {
            return Answer.privately("link.kinds", String.valueOf(numbers.get(0)), solution.get().kind,
                    String.valueOf(numbers.get(1)), problem.get().kind);
        }
        rows.link(problem.get().id, solution.get().id);
        return Answer.privately("link.done", String.valueOf(numbers.get(0)), String.valueOf(numbers.get(1)));
    }
}
