package org.covigie.bot.signals;

import java.util.List;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.springframework.stereotype.Component;

/** {@code /voir N}: one draft whole, with its buttons. */
@Component
class ShowDraft extends ReviewCommand {
    ShowDraft(SignalRows rows) {
        super(rows);
    }

    @Override
    public String key() {
        return "show";
    }

    @Override
    public List<String> words() {
        return List.of("voir", "show");
    }

    @Override
    public Answer run(Ask ask) {
        List<Integer> numbers = numbers(ask.args());
        if (numbers.size() != 1) {
            return Answer.privately("signals.which-one", "/voir");
        }
        int number = numbers.getFirst();
        return numbered(ask, number).map(row -> {
            if (row.status != Status.DRAFT) {
                return Answer.privately(closed(row));
            }
            seen(row, ask.who().id());
            return Answer.privately(DraftCard.whole(row, linked(row)));
        }).orElseGet(() -> Answer.privately(missing(number)));
    }

    private List<String> linked(SignalRow row) {
        return rows.findAllById(rows.linked(row.id)).stream().map(other -> String.valueOf(other.number)).sorted()
                .toList();
    }
}
