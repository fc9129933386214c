package org.covigie.bot.signals;

import java.util.List;
import java.util.Optional;
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
        if (!parts[0].matches("\\d{1,9}")) {
            return Answer.privately("edit.how");
        }
        int number = Integer.parseInt(parts[0]);
        Optional<SignalRow> found = numbered(ask, number);
        if (found.isEmpty()) {
            return Answer.privately(missing(number));
        }
        SignalRow row = found.get();
        if (!(Signal.of(row) instanceof Signal.Draft draft)) {
            return Answer.privately(closed(row));
        }
        int seen = rows.seen(row.id, ask.who().id()).orElse(1);
        if (seen != row.edition) {
            seen(row, ask.who().id());
            return Answer.privately(Line.of("edit.changed-meanwhile", String.valueOf(number), new Quote(row.text)));
        }
        String text = parts.length < 2 ? row.text : parts[1];
        if (text.isBlank()) {
            return Answer.privately("edit.how");
        }
        if (parts.length < 2) {
            clearing.read(draft);
        }
        draft.rewrite(screening.screen(Beside.nothing(row.groupId), text, row.note));
        seen(row, ask.who().id());
        return Answer.inPlace(Line.of(row.patientData ? "edit.still-masked" : "edit.done", String.valueOf(number))
                .then(DraftCard.whole(row, List.of())));
    }
}
