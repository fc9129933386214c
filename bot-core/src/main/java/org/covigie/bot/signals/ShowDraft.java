package org.covigie.bot.signals;

import java.util.List;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Line;
import org.springframework.stereotype.Component;

/** {@code /voir N}: one draft whole, with its buttons. */
@Component
class ShowDraft extends ReviewCommand {
    private final Told told;

    ShowDraft(SignalRows rows, Told told) {
        super(rows);
        this.told = told;
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
        return onDraft(ask, ask.args(), (row, draft) -> {
            seen(row, ask.who().id());
            Line card = DraftCard.whole(row, linked(row));
            return Answer.privately(row.drugReaction ? card.then(told.drug(row)) : card);
        });
    }

    private List<String> linked(SignalRow row) {
        return rows.findAllById(rows.linked(row.id)).stream().map(other -> String.valueOf(other.number)).sorted()
                .toList();
    }
}
