package org.covigie.bot.signals;

import java.util.List;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Line;
import org.covigie.bot.patientdata.Decision;
import org.covigie.bot.patientdata.Type;
import org.covigie.bot.screening.Advice;
import org.covigie.bot.screening.Doubt;
import org.covigie.bot.settings.HouseSettings;
import org.springframework.stereotype.Component;

/** What people are told of a new draft, alone and in one message each: its tagger what holds it, its author what was found. */
@Component
class Told {
    private final HouseSettings settings;

    Told(HouseSettings settings) {
        this.settings = settings;
    }

    /** The tagger: what was masked, and that a reaction to a medicine is declared elsewhere first. Nothing when nothing holds it. */
    Answer tagger(SignalRow row) {
        Line line = holds(row);
        return line.parts().isEmpty() ? Answer.silent() : Answer.privately(line);
    }

    /** Nobody can be asked; the correspondent may know that the author agrees. All in one message. */
    Line unknownAuthor(SignalRow row) {
        String number = String.valueOf(row.number);
        Line line = Line.of("signals.drafted", number, row.kind).then(holds(row));
        if (row.authorConsent) {
            line = line.then("signals.unknown-author")
                    .choices(Line.Choice.command("draft.button.vouch", "/accord " + number));
        }
        return row.patientData
                ? line
                : line.choices(Line.Choice.command("signals.button.show", "/voir " + number, number));
    }

    private Line holds(SignalRow row) {
        String number = String.valueOf(row.number);
        Line line = Line.empty();
        if (row.drugReaction) {
            line = line.then("signals.drug", number, settings.drugSafetyUrl()).then("signals.drug.list")
                    .choices(DraftCard.declared(number));
        }
        if (row.patientData) {
            line = line.then("signals.masked", number)
                    .choices(Line.Choice.command("signals.button.show", "/voir " + number, number));
        }
        return line;
    }

    /** The words that somebody was asked about, as their keyed hash. */
    private static String told(SignalRow row) {
        return Findings.doubts(row.doubts).stream().map(Doubt::print).findFirst().orElse(String.valueOf(row.number));
    }

    /** The author: the question of consent, what was found and how it could be said. A hint is given once for the same words. */
    Answer author(Ask ask, Tagging.Drafted drafted, boolean deleted) {
        SignalRow row = drafted.row();
        if (drafted.author() == null) {
            return Answer.silent();
        }
        Line line = Line.empty();
        if (drafted.askAuthor()) {
            line = line
                    .then("signals.consent.ask", ask.group().title(), row.kind, DraftCard.firstWords(row))
                    .choices(Line.Choice.command("groups.accept.button", "/consentir"),
                            Line.Choice.command("groups.refuse.button", "/nepasrelayer"));
        }
        List<Type> types = drafted.types();
        if (types.isEmpty() || drafted.author().id() == ask.who().id()) {
            return line.parts().isEmpty()
                    ? Answer.silent()
                    : Answer.toPerson(drafted.author().id(), "consent.question", line);
        }
        boolean hint = drafted.found() == Decision.HINT;
        line = line.then(hint ? "screening.hint" : deleted ? "screening.deleted" : "screening.hold",
                ask.group().title(), Advice.found(types));
        line = line.then(Advice.instead(types));
        if (!row.doubts.isEmpty()) {
            line = line.choices(Line.Choice.command("signals.button.not-patient", "/pasmonpatient " + row.number));
        }
        return drafted.askAuthor() || !hint
                ? Answer.toPerson(drafted.author().id(), "consent.question", line)
                : Answer.toPersonOnce(drafted.author().id(), "screening.hint",
                        "hint:" + row.groupId + ":" + told(row), line);
    }
}
