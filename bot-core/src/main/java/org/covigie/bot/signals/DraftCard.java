package org.covigie.bot.signals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Quote;
import org.covigie.bot.screening.MaskedFinding;

/** How a draft is shown in a chat: whole with its buttons, or as one line of the queue. */
final class DraftCard {
    private static final int FIRST_WORDS = 60;

    private DraftCard() {}

    /** The draft whole. */
    static Line whole(SignalRow row, List<String> linked) {
        String number = String.valueOf(row.number);
        Line line = Line.of("draft.title", number, row.kind, row.sourceAt);
        line = row.text.isBlank() ? line.then("draft.media-only") : line.then("draft.text", new Quote(row.text));
        if (row.media && !row.text.isBlank()) {
            line = line.then("draft.with-media");
        }
        if (row.forwarded) {
            line = line.then("draft.forwarded");
        }
        if (row.note != null) {
            line = line.then("draft.note", row.note);
        }
        if (!linked.isEmpty()) {
            line = line.then(row.kind == Kind.SOLUTION ? "draft.answers" : "draft.answered", String.join(", ", linked));
        }
        boolean toRead = row.doubted;
        for (Hold hold : row.holds()) {
            line = line.then(hold == Hold.PATIENT_DATA && toRead ? "draft.to-read" : "draft.hold." + hold.name());
        }
        List<MaskedFinding> findings = Findings.read(row.findings);
        if (!findings.isEmpty()) {
            Line what = Line.of("draft.finding", findings.getFirst().type());
            for (MaskedFinding finding : findings.subList(1, findings.size())) {
                what = Line.of("draft.findings", what, finding.type());
            }
            line = line.then("draft.masked", findings.size(), what);
        }
        if (row.refusal != null) {
            line = line.then("draft.refused", row.refusal);
        }
        List<Line.Choice> buttons = new ArrayList<>();
        if (PublishingRules.broken(row).isEmpty()) {
            buttons.add(Line.Choice.command("draft.button.publish", "/publier " + number));
        }
        buttons.add(Line.Choice.command("draft.button.discard", "/ecarter " + number));
        line = line.choices(buttons);
        if (row.authorConsent && row.authorId == null) {
            line = line.choices(Line.Choice.command("draft.button.vouch", "/accord " + number));
        }
        if (row.patientData) {
            line = line.choices(Line.Choice.command(toRead ? "draft.button.read" : "draft.button.keep-masked",
                    "/modifier " + number));
        }
        if (row.patientData && !(row.doubts.isEmpty() && row.noteDoubts.isEmpty())) {
            line = line.choices(Line.Choice.command("signals.button.not-patient", "/paspatient " + number));
        }
        if (row.drugReaction) {
            line = line.choices(declared(number));
        }
        if (row.media && !row.mediaSeen) {
            line = line.then("draft.media-question").choices(Line.Choice.command("draft.button.nothing-visible",
                    "/rienvisible " + number));
        }
        return line.then("draft.how-to-edit", number);
    }

    /** The two ways out of a reaction to a medicine. */
    static List<Line.Choice> declared(String number) {
        return List.of(Line.Choice.command("signals.button.declared", "/declare " + number),
                Line.Choice.command("signals.button.no-reaction", "/declare " + number + " non"));
    }

    /** One line of the queue: number, kind, age, flags, first words. */
    static Line brief(SignalRow row, Instant now) {
        Line flags = Line.empty();
        for (Hold hold : row.holds()) {
            flags = Line.of("draft.flag", flags, Line.of("draft.flag." + hold.name()));
        }
        if (row.refusal != null) {
            flags = Line.of("draft.flag", flags, Line.of("draft.flag.refused"));
        }
        Duration age = Duration.between(row.taggedAt, now);
        return Line.of("draft.brief", String.valueOf(row.number), row.kind, age.isNegative() ? Duration.ZERO : age,
                flags,
                firstWords(row));
    }

    static Object firstWords(SignalRow row) {
        String text = row.text.strip().replaceAll("\\s+", " ");
        if (text.isEmpty()) {
            return Line.of("draft.media-only");
        }
        if (text.codePointCount(0, text.length()) <= FIRST_WORDS) {
            return text;
        }
        String cut = text.substring(0, text.offsetByCodePoints(0, FIRST_WORDS));
        int space = cut.lastIndexOf(' ');
        return (space > FIRST_WORDS / 2 ? cut.substring(0, space) : cut) + "…";
    }
}
