package org.covigie.bot.relay;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.people.Words;
import org.covigie.bot.screening.Dismissals;
import org.covigie.bot.screening.Screened;
import org.springframework.stereotype.Component;

/**
 * {@code /envoyer ID tel | masque | non}: what becomes of a message that was not passed on because it points to a patient. Only
 * a button types it.
 */
@Component
class SendHeld implements Command {
    private final Held held;
    private final PatientGate gate;
    private final Dismissals dismissals;
    private final Relaying relaying;

    SendHeld(Held held, PatientGate gate, Dismissals dismissals, Relaying relaying) {
        this.held = held;
        this.gate = gate;
        this.dismissals = dismissals;
        this.relaying = relaying;
    }

    @Override
    public String key() {
        return "sendheld";
    }

    @Override
    public List<String> words() {
        return List.of("envoyer", "sendheld");
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
    public boolean hosted() {
        return true;
    }

    @Override
    public boolean listed() {
        return false;
    }

    @Override
    public Answer run(Ask ask) {
        String[] typed = ask.args().strip().split("\\s+", 2);
        GroupInfo group = ask.group();
        if (typed.length != 2 || !typed[0].matches("\\d{1,18}")) {
            return Answer.privately("relay.held.gone");
        }
        long id = Long.parseLong(typed[0]);
        Optional<Incoming.Said> waiting = held.find(id, group.id(), ask.who().id());
        if (waiting.isEmpty()) {
            return Answer.inPlace(Line.of("relay.held.gone"));
        }
        Incoming.Said said = waiting.get();
        Screened screened = gate.screened(said, group);
        return switch (typed[1]) {
            case "tel" -> {
                dismissals.dismiss(group.id(), screened.text().doubts());
                // what no declaration lifts, a date of birth, stays where it is
                yield gate.lets(said, group, screened.text().doubts())
                        ? sent(id, said, ask, "relay.held.sent")
                        : Answer.privately("relay.held.never");
            }
            case "masque" -> sent(id, said.saying(new Words(screened.text().masked())), ask, "relay.held.sent.masked");
            case "non" -> {
                held.drop(id);
                yield Answer.inPlace(Line.of("relay.held.dropped"));
            }
            default -> Answer.privately("relay.held.choose");
        };
    }

    /** Where it cannot be passed on now, its author has been told why, and it still waits. */
    private Answer sent(long id, Incoming.Said said, Ask ask, String key) {
        if (!relaying.passOn(said, ask.who(), ask.group())) {
            return Answer.silent();
        }
        held.drop(id);
        return Answer.inPlace(Line.of(key));
    }
}
