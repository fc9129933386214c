package org.covigie.bot.signals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.groups.Journal;
import org.springframework.stereotype.Component;

/**
 * {@code /paspatient N}: what the check found in draft N is no patient. The group remembers that (as keyed hashes), and the
 * draft says again what its author wrote, as far as memory still holds it.
 */
@Component
class NotPatient extends ReviewCommand {
    private final Clearing clearing;
    private final Journal journal;

    NotPatient(SignalRows rows, Clearing clearing, Journal journal) {
        super(rows);
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
    public Set<Spot> place() {
        return Set.of(Spot.PRIVATE);
    }

    @Override
    public Answer run(Ask ask) {
        List<Integer> numbers = numbers(ask.args());
        if (numbers.size() != 1) {
            return Answer.privately("signals.which-one", "/paspatient");
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
        if (row.doubts.isEmpty()) {
            return Answer.privately(row.patientData ? "signals.not-patient.never" : "signals.not-patient.nothing",
                    String.valueOf(number));
        }
        boolean whole = clearing.clear(draft);
        journal.note(ask.group().id(), "not-patient", ask.who().id(), null, String.valueOf(number));
        seen(row, ask.who().id());
        return Answer.inPlace(Line.of(whole ? "signals.not-patient.done" : "signals.not-patient.masked",
                String.valueOf(number)).then(DraftCard.whole(row, List.of())));
    }
}
