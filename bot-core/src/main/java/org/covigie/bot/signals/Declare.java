package org.covigie.bot.signals;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Line;
import org.covigie.bot.groups.Journal;
import org.springframework.stereotype.Component;

/**
 * {@code /declare N}: the reaction to a medicine that draft N tells of is declared to the authorities; {@code /declare N non}:
 * it tells of none. Either lifts the hold, and the journal says which.
 */
@Component
class Declare extends ReviewCommand {
    private static final Set<String> NO = Set.of("non", "no", "-");

    private final Journal journal;

    Declare(SignalRows rows, Journal journal) {
        super(rows);
        this.journal = journal;
    }

    @Override
    public String key() {
        return "declare";
    }

    @Override
    public List<String> words() {
        return List.of("declare", "declared");
    }

    @Override
    public Answer run(Ask ask) {
        String[] typed = ask.args().strip().split("\\s+", 2);
        boolean none = typed.length == 2 && NO.contains(typed[1].toLowerCase(Locale.ROOT));
        return onDraft(ask, none ? typed[0] : ask.args(), (row, draft) -> settled(ask, row, draft, none));
    }

    private Answer settled(Ask ask, SignalRow row, Signal.Draft draft, boolean none) {
        String number = String.valueOf(row.number);
        if (!row.drugReaction) {
            return Answer.privately("signals.declare.nothing", number);
        }
        draft.drugSettled();
        journal.note(ask.group().id(), none ? "no-reaction" : "declared", ask.who().id(), null, number);
        seen(row, ask.who().id());
        return Answer.inPlace(Line.of(none ? "signals.declare.none" : "signals.declare.done", number)
                .then(DraftCard.whole(row, List.of())));
    }
}
