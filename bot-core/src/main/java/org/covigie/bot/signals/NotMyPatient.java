package org.covigie.bot.signals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.groups.Journal;
import org.springframework.stereotype.Component;

/**
 * {@code /pasmonpatient N}: the author of draft N says that what was found in it is no patient. Only a button types it. The
 * draft shows the words again, and stays held until the correspondent has read it once more; then the group remembers it.
 */
@Component
class NotMyPatient implements Command {
    private final SignalRows rows;
    private final Clearing clearing;
    private final Journal journal;

    NotMyPatient(SignalRows rows, Clearing clearing, Journal journal) {
        this.rows = rows;
        this.clearing = clearing;
        this.journal = journal;
    }

    @Override
    public String key() {
        return "notmypatient";
    }

    @Override
    public List<String> words() {
        return List.of("pasmonpatient", "notmypatient");
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.PRIVATE);
    }

    @Override
    public boolean listed() {
        return false;
    }

    @Override
    public Answer run(Ask ask) {
        List<Integer> numbers = ReviewCommand.numbers(ask.args());
        Optional<SignalRow> mine = numbers.size() != 1
                ? Optional.empty()
                : rows.findByGroupIdAndNumber(ask.group().id(), numbers.getFirst())
                        .filter(row -> row.authorId != null && row.authorId == ask.who().id());
        if (mine.isEmpty()) {
            return Answer.privately("withdraw.nothing");
        }
        SignalRow row = mine.get();
        if (!(Signal.of(row) instanceof Signal.Draft draft) || row.doubts.isEmpty() || row.rewritten) {
            return Answer.briefly("signals.not-mine.late");
        }
        clearing.byAuthor(draft);
        String number = String.valueOf(row.number);
        // by nobody's name: the number is public once it is published
        journal.note(ask.group().id(), "vouched-not-patient", null, null, number);
        // the question of consent may stand in the same message
        Answer thanks = Answer.briefly("signals.not-mine.done");
        return row.taggerId == null
                ? thanks
                : thanks.and(Answer.toPerson(row.taggerId, "tag.cleared", Line.of("signals.not-mine.told", number)
                        .choices(Line.Choice.command("signals.button.show", "/voir " + number, number))));
    }
}
