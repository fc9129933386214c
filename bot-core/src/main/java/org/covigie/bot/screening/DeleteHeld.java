package org.covigie.bot.screening;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.groups.Journal;
import org.springframework.stereotype.Component;

/** {@code /effacer oui | non}: whether the bot may delete a tagged message that points to a patient. Alone it says what holds. */
@Component
class DeleteHeld implements Command {
    private final TakingDown takingDown;
    private final Journal journal;

    DeleteHeld(TakingDown takingDown, Journal journal) {
        this.takingDown = takingDown;
        this.journal = journal;
    }

    @Override
    public String key() {
        return "erase";
    }

    @Override
    public List<String> words() {
        return List.of("effacer", "erase");
    }

    @Override
    public Role needs() {
        return Role.ANIMATOR;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.GROUP, Spot.PRIVATE);
    }

    @Override
    public Answer run(Ask ask) {
        long group = ask.group().id();
        if (!takingDown.possible(ask.group())) {
            return Answer.privately("screening.deletion.impossible");
        }
        ask.yesOrNo().ifPresent(deletes -> {
            takingDown.choose(group, deletes);
            journal.note(group, deletes ? "deletes-held" : "keeps-held", ask.who().id(), null, "");
        });
        return Answer.privately(takingDown.chosen(group) ? "screening.deletion.on" : "screening.deletion.off");
    }
}
