package org.covigie.bot.companion;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.groups.SharedNames;
import org.covigie.bot.people.ShownName;
import org.covigie.bot.people.Words;
import org.springframework.stereotype.Component;

/** {@code /nom}: by which name the others see this person in groups that the house keeps. */
@Component
class CallMe implements Command {
    private final SharedNames names;

    CallMe(SharedNames names) {
        this.names = names;
    }

    @Override
    public String key() {
        return "name";
    }

    @Override
    public List<String> words() {
        return List.of("nom", "name");
    }

    @Override
    public Role needs() {
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
    public Answer run(Ask ask) {
        if (ask.args().isBlank()) {
            return ask.who().name().isEmpty()
                    ? Answer.privately("companion.name.how")
                    : Answer.privately("companion.name.now", ask.who().name());
        }
        Optional<Words> name = ShownName.read(ask.args());
        if (name.isEmpty()) {
            return Answer.privately("companion.name.wrong");
        }
        if (names.taken(ask.who().id(), name.get())) {
            return Answer.privately("companion.name.taken");
        }
        names.change(ask.who().id(), name.get());
        return Answer.privately("companion.name.kept", name.get());
    }
}
