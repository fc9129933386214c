package org.covigie.bot.signals;

import java.util.List;
import java.util.Optional;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.groups.Journal;
import org.springframework.stereotype.Component;

/**
 * {@code /rienvisible N}: the correspondent has looked at the picture or document of draft N, and nobody can be recognised in
 * it. No program can see that, so it is asked before each publication of such a draft.
 */
@Component
class NothingVisible extends ReviewCommand {
    private final Journal journal;

    NothingVisible(SignalRows rows, Journal journal) {
        super(rows);
        this.journal = journal;
    }

    @Override
    public String key() {
        return "nothingvisible";
    }

    @Override
    public List<String> words() {
        return List.of("rienvisible", "nothingvisible");
    }

    @Override
    public Answer run(Ask ask) {
        List<Integer> numbers = numbers(ask.args());
        if (numbers.size() != 1) {
            return Answer.privately("signals.which-one", "/rienvisible");
        }
        int number = numbers.getFirst();
        Optional<SignalRow> found = numbered(ask, number);
        if (found.isEmpty()) {
            return Answer.privately(missing(number));
        }
        SignalRow row = found.get();
        if (!(Signal.of(row) instanceof Signal.Draft draft)) {
            return Answer.privately(closed(row));
        }
        if (!row.media) {
            return Answer.privately("signals.media.none", String.valueOf(number));
        }
        draft.mediaSeen();
        journal.note(ask.group().id(), "nothing-visible", ask.who().id(), null, String.valueOf(number));
        seen(row, ask.who().id());
        return Answer.privately(DraftCard.whole(row, List.of()));
    }
}
