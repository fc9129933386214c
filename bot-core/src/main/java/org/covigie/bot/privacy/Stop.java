package org.covigie.bot.privacy;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Bare;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.commands.Texts;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Post;
import org.covigie.bot.people.Address;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** {@code /stop}: no more messages to the one who asks, but one that says so. */
@Component
class Stop implements Command {
    private final Outbox outbox;
    private final Texts texts;
    private final ApplicationEventPublisher events;

    Stop(Outbox outbox, Texts texts, ApplicationEventPublisher events) {
        this.outbox = outbox;
        this.texts = texts;
        this.events = events;
    }

    @Override
    public String key() {
        return "stop";
    }

    @Override
    public List<String> words() {
        return List.of("stop", "arret", "stopall");
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
        return new Bare(Set.of("stop", "arret", "stop all", "stopall"), false);
    }

    @Override
    public Answer run(Ask ask) {
        Address address = ask.who().address();
        if (outbox.stopped(address)) {
            // said once; whoever insists has been heard
            return Answer.silent();
        }
        Line line = Line.of("privacy.stopped");
        outbox.stop(address, new Post(new Outgoing.Text(address, null, null, null,
                texts.rich(line, Languages.of(ask.who(), ask.sender().language(), null)), List.of()),
                "privacy.stopped", false, null, true, null));
        if (!ask.who().isStranger()) {
            events.publishEvent(new Stopped(ask.who().id()));
        }
        return Answer.silent();
    }
}
