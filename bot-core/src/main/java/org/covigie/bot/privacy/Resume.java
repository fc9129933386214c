package org.covigie.bot.privacy;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Bare;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.people.Address;
import org.springframework.stereotype.Component;

/** {@code /reprendre}: messages come again to somebody who had stopped them. */
@Component
class Resume implements Command {
    private final Outbox outbox;

    Resume(Outbox outbox) {
        this.outbox = outbox;
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
        if (!outbox.stopped(address)) {
            return Answer.privately("privacy.not-stopped");
        }
        outbox.resume(address);
        return Answer.privately("privacy.resumed");
    }
}
