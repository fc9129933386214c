package org.covigie.bot.relay;

import java.util.ArrayList;
import java.util.List;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.patientdata.Decision;
import org.covigie.bot.people.Person;
import org.covigie.bot.patientdata.Type;
import org.covigie.bot.screening.Advice;
import org.covigie.bot.screening.Beside;
import org.covigie.bot.screening.Doubt;
import org.covigie.bot.screening.Screened;
import org.covigie.bot.screening.Screening;
import org.springframework.stereotype.Component;

/**
 * What points to a patient is not passed on: its author is asked first, and may say that it is no patient, have it sent with
 * what was found masked, write it anew, or leave it.
 */
@Component
class PatientGate {
    private final Screening screening;
    private final Held held;
    private final Replies replies;

    PatientGate(Screening screening, Held held, Replies replies) {
        this.screening = screening;
        this.held = held;
        this.replies = replies;
    }

    /** Whether this message stays here for now; its author has been told then. */
    boolean stops(Incoming.Said said, Person author, GroupInfo group) {
        Screened screened = screened(said, group);
        if (lets(screened)) {
            return false;
        }
        List<Type> types = screened.text().types();
        String id = String.valueOf(held.keep(group.id(), author.id(), said));
        List<Line.Choice> choices = new ArrayList<>();
        if (!screened.text().doubts().isEmpty()) {
            choices.add(Line.Choice.command("signals.button.not-patient", "/envoyer " + id + " tel"));
        }
        choices.add(Line.Choice.command("relay.held.masked.button", "/envoyer " + id + " masque"));
        choices.add(Line.Choice.command("relay.held.drop.button", "/envoyer " + id + " non"));
        Line line = Line.of("relay.held", group.title(), Advice.found(types)).then(Advice.instead(types))
                .then("relay.held.choose").choices(choices);
        replies.privately(author, group, null, "relay.held", line,
                Languages.of(author, said.sender().language(), group), true, null);
        return true;
    }

    Screened screened(Incoming.Said said, GroupInfo group) {
        return screened(said, group, List.of());
    }

    /** Whether it may be passed on now that its author has vouched for these. */
    boolean lets(Incoming.Said said, GroupInfo group, List<Doubt> vouched) {
        return lets(screened(said, group, vouched));
    }

    private static boolean lets(Screened screened) {
        return screened.together() != Decision.HOLD || screened.text().types().isEmpty();
    }

    private Screened screened(Incoming.Said said, GroupInfo group, List<Doubt> vouched) {
        return screening.screen(new Beside(group.id(), screening.justBefore(group.chat(), said.sender().address(),
                said.message(), said.at()), vouched), said.text().text(), null);
    }
}
