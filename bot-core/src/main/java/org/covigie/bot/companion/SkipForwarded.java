package org.covigie.bot.companion;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Bare;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.messaging.Quoted;
import org.springframework.stereotype.Component;

/** {@code /passer}: the forwarded message asked about is no signal and leaves the pile. */
@Component
class SkipForwarded implements Command {
    private final Pile pile;

    SkipForwarded(Pile pile) {
        this.pile = pile;
    }

    @Override
    public String key() {
        return "skip";
    }

    @Override
    public List<String> words() {
        return List.of("passer", "skip");
    }

    @Override
    public Role needs() {
        // it speaks of one's own forwarded messages, whichever group they come from
        return Role.ANYONE;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.PRIVATE);
    }

    @Override
    public boolean hosted() {
        return true;
    }

    @Override
    public boolean listed() {
        return false;
    }

    @Override
    public Bare bare() {
        return new Bare(Set.of("passer", "skip"), false);
    }

    @Override
    public Answer run(Ask ask) {
        long person = ask.who().id();
        Quoted question = ask.replyTo();
        Optional<Pile.Item> item = question == null
                ? pile.asked(person)
                : pile.askedBy(person, question.message());
        if (item.isEmpty()) {
            return Answer.privately("companion.pile.nothing");
        }
        pile.drop(item.get().id());
        // the next question says it too
        return pile.waiting(person) == 0 ? Answer.privately("companion.pile.skipped") : Answer.silent();
    }
}
