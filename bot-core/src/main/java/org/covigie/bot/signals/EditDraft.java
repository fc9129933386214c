package org.covigie.bot.signals;

import java.util.List;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Quote;
import org.covigie.bot.screening.Beside;
import org.covigie.bot.screening.Screening;
import org.springframework.stereotype.Component;

/**
 * {@code /modifier N texte}: replaces the text, the patient-data check runs again; without a text the masked text is kept as
 * it stands. Whoever has not seen a colleague's change is shown it first, so that no edit is lost.
 */
@Component
class EditDraft extends ReviewCommand {
    private final Screening screening;
    private final Clearing clearing;

    EditDraft(SignalRows rows, Screening screening, Clearing clearing) {
        super(rows);
        this.clearing = clearing;
        this.screening = screening;
    }

    @Override
    public String key() {
        return "edit";
    }

    @Override
    public List<String> words() {
        return List.of("modifier", "edit");
    }

    @Override
    public Answer run(Ask ask) {
        String[] parts = ask.args().strip().split("\\s+", 2);
        if (!parts[0].matches("\\d{1,6}")) {
            return Answer.privately("edit.how");
        }
        return onDraft(ask, parts[0], (row, draft) -> edited(ask, row, draft, parts.length < 2 ? row.text : parts[1],
                parts.length < 2));
    }

    private Answer edited(Ask ask, SignalRow row, Signal.Draft draft, String text, boolean asItStands) {
        String number = String.valueOf(row.number);
        int seen = rows.seen(row.id, ask.who().id()).orElse(1);
        if (seen != row.edition) {
            seen(row, ask.who().id());
            return Answer.privately(Line.of("edit.changed-meanwhile", number, new Quote(row.text)));
        }
        if (text.isBlank()) {
            return Answer.privately("edit.how");
        }
        if (asItStands) {
            clearing.read(draft);
        }
        draft.rewrite(screening.screen(Beside.nothing(row.groupId), text, row.note));
        seen(row, ask.who().id());
        return Answer.inPlace(Line.of(row.patientData ? "edit.still-masked" : "edit.done", number)
                .then(DraftCard.whole(row, List.of())));
    }
}
