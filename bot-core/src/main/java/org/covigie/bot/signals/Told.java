package org.covigie.bot.signals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Line;
import org.covigie.bot.patientdata.Decision;
import org.covigie.bot.patientdata.Type;
import org.covigie.bot.screening.Advice;
import org.covigie.bot.screening.Screened;
import org.covigie.bot.settings.HouseSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people are told of a draft, alone and in one message each: its tagger what holds it, its author what was found. */
@Component
class Told {
    private final HouseSettings settings;

    Told(HouseSettings settings) {
        this.settings = settings;
    }

    /**
     * The tagger: what was masked, and that a reaction to a medicine is declared elsewhere first. Nothing when nothing holds it.
     *
     * @param own     what was found in the tagger's own words, where the tagger is the author; else null
     * @param deleted whether the message is being deleted, so that no reaction shows that the tag was taken
     */
    Answer tagger(SignalRow row, Screened.@Nullable Part own, boolean deleted) {
        Line line = deleted ? Line.of("signals.drafted", String.valueOf(row.number), row.kind) : Line.empty();
        line = line.then(holds(row));
        if (own != null && !own.types().isEmpty()) {
            line = line.then(Advice.instead(own.types()));
        }
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

    /** What holds a draft back and is no question of consent; empty when nothing does. */
    Line holds(SignalRow row) {
        String number = String.valueOf(row.number);
        Line line = Line.empty();
        if (row.drugReaction) {
            line = line.then(drug(row)).choices(DraftCard.declared(number));
        }
        if (row.patientData) {
            line = line.then("signals.masked", number)
                    .choices(Line.Choice.command("signals.button.show", "/voir " + number, number));
        }
        return line;
    }

    /** Where a reaction to a medicine is declared, and what to copy. */
    Line drug(SignalRow row) {
        return Line.of("signals.drug", String.valueOf(row.number), settings.drugSafetyUrl()).then("signals.drug.list");
    }

    /** The author of a new draft: the question of consent, what was found and how it could be said. */
    Answer author(Ask ask, Tagging.Drafted drafted, boolean deleted) {
        SignalRow row = drafted.row();
        if (drafted.author() == null) {
            return Answer.silent();
        }
        long author = drafted.author().id();
        Screened.Part found = drafted.found();
        boolean ownTag = author == ask.who().id();
        Line finding = found == null || found.types().isEmpty() || ownTag
                ? Line.empty()
                : found(row, found, ask.group().title(), deleted);
        if (drafted.askAuthor()) {
            return Answer.toPerson(author, "consent.question", consent(ask, row).then(finding));
        }
        if (found == null || finding.parts().isEmpty()) {
            return Answer.silent();
        }
        return found.decision() == Decision.HOLD
                ? Answer.toPerson(author, "screening.hold", finding)
                : Answer.toPersonOnce(author, "screening.hint", hint(row), finding);
    }

    private static Line consent(Ask ask, SignalRow row) {
        return Line.of("signals.consent.ask", ask.group().title(), row.kind, DraftCard.firstWords(row))
                .choices(Line.Choice.command("groups.accept.button", "/consentir"),
                        Line.Choice.command("groups.refuse.button", "/nepasrelayer"));
    }

    /** What was found in the author's words, and how they could be said. */
    Line found(SignalRow row, Screened.Part found, String group, boolean deleted) {
        List<Type> types = found.types();
        Line line = Line.of(found.decision() == Decision.HINT
                ? "screening.hint"
                : deleted ? "screening.deleted" : "screening.hold", group, Advice.found(types))
                .then(Advice.instead(types));
        return found.doubts().isEmpty()
                ? line
                : line.choices(Line.Choice.command("signals.button.not-patient", "/pasmonpatient " + row.number));
    }

    /** A hint is given once to the same person for the same words. */
    static String hint(SignalRow row) {
        return "hint:" + row.groupId + ":" + row.authorId + ":"
                + UUID.nameUUIDFromBytes(row.doubts.getBytes(StandardCharsets.UTF_8));
    }
}
