package org.covigie.bot.privacy;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Bare;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.people.Address;
import org.springframework.stereotype.Component;

/** {@code /reprendre}: messages come again to somebody who had stopped them. */
@Component
class Resume implements Command {
    private final Silence silence;

    Resume(Silence silence) {
        this.silence = silence;
    }

    @Override
    public String key() {
        return "resume";
    }

    @Override
    public List<String> words() {
        return List.of("reprendre", "resume");
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
    public boolean meets() {
        return false;
    }

    @Override
    public Bare bare() {
        return new Bare(Set.of("reprendre", "resume"), false);
    }

    @Override
    public Answer run(Ask ask) {
        Address address = ask.who().address();
        if (!silence.stopped(address)) {
            return Answer.privately("privacy.not-stopped");
        }
        silence.resume(address);
        return Answer.privately("privacy.resumed");
    }
}
