package org.covigie.bot.signals;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Line;
import org.covigie.bot.groups.Journal;
import org.covigie.bot.screening.Dismissals;
import org.springframework.stereotype.Component;

/**
 * {@code /paspatient N}: what the check found in draft N is no patient. The group remembers that (as keyed hashes), and the
 * draft says again what its author wrote, as far as memory still holds it. {@code /paspatient aucun}: whatever was declared so
 * in this group is declared no more.
 */
@Component
class NotPatient extends ReviewCommand {
    private static final Set<String> NONE = Set.of("aucun", "none");

    private final Clearing clearing;
    private final Dismissals dismissals;
    private final Journal journal;

    NotPatient(SignalRows rows, Clearing clearing, Dismissals dismissals, Journal journal) {
        super(rows);
        this.dismissals = dismissals;
        this.clearing = clearing;
        this.journal = journal;
    }

    @Override
    public String key() {
        return "notpatient";
    }

    @Override
    public List<String> words() {
        return List.of("paspatient", "notpatient");
    }

    @Override
    public Answer run(Ask ask) {
        if (NONE.contains(ask.args().strip().toLowerCase(Locale.ROOT))) {
            int forgotten = dismissals.forget(ask.group().id());
            journal.note(ask.group().id(), "not-patient-none", ask.who().id(), null, String.valueOf(forgotten));
            return Answer.privately("signals.not-patient.forgotten", forgotten, ask.group().title());
        }
        return onDraft(ask, ask.args(), (row, draft) -> cleared(ask, row, draft));
    }

    private Answer cleared(Ask ask, SignalRow row, Signal.Draft draft) {
        String number = String.valueOf(row.number);
        if (row.doubts.isEmpty() && row.noteDoubts.isEmpty() && row.vouched.isEmpty()) {
            return Answer.privately(row.patientData ? "signals.not-patient.never" : "signals.not-patient.nothing",
                    number);
        }
        clearing.byCorrespondent(draft);
        journal.note(ask.group().id(), "not-patient", ask.who().id(), null, number);
        seen(row, ask.who().id());
        String said = row.patientData
                ? "signals.not-patient.still"
                : row.findings.isEmpty() ? "signals.not-patient.done" : "signals.not-patient.masked";
        return Answer.inPlace(Line.of(said, number).then(DraftCard.whole(row, List.of())));
    }
}
