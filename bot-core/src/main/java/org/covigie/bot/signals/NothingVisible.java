package org.covigie.bot.signals;

import java.util.List;
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
        return onDraft(ask, ask.args(), (row, draft) -> looked(ask, row, draft));
    }

    private Answer looked(Ask ask, SignalRow row, Signal.Draft draft) {
        String number = String.valueOf(row.number);
        if (!row.media) {
            return Answer.privately("signals.media.none", number);
        }
        draft.mediaSeen();
        journal.note(ask.group().id(), "nothing-visible", ask.who().id(), null, number);
        seen(row, ask.who().id());
        return Answer.privately(DraftCard.whole(row, List.of()));
    }
}
