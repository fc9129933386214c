package org.covigie.bot.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.covigie.bot.messaging.Recent;
import org.covigie.bot.patientdata.Check;
import org.covigie.bot.patientdata.DrugReaction;
import org.covigie.bot.patientdata.Exchange;
import org.covigie.bot.patientdata.Finding;
import org.covigie.bot.patientdata.GroupContext;
import org.covigie.bot.patientdata.PatientData;
import org.covigie.bot.people.Address;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs the check over what is about to be stored or passed on, in the light of the group it was written in. */
@Component
public class Screening {
    /** People split a case over several messages; what is older is another matter. */
    private static final Duration JUST_BEFORE = Duration.ofMinutes(3);

    private final PatientData patientData;
    private final GroupKnowledge knowledge;
    private final Dismissals dismissals;
    private final Recent recent;

    Screening(PatientData patientData, GroupKnowledge knowledge, Dismissals dismissals, Recent recent) {
        this.patientData = patientData;
        this.knowledge = knowledge;
        this.dismissals = dismissals;
        this.recent = recent;
    }

    /** A text, and the note that leaves with it: what is harmless in each may not be in both. */
    public Screened screen(Beside beside, String text, @Nullable String note) {
        GroupContext context = context(beside);
        String words = clean(text);
        Exchange exchange = patientData.check(beside.earlier(), words, context);
        Check check = exchange.check();
        boolean more = !beside.earlier().isEmpty()
                && patientData.check(words, context).decision().compareTo(check.decision()) < 0;
        return new Screened(part(beside.group(), words, check), note == null ? null : note(beside, text, note),
                exchange.together(), more, reaction(text, note));
    }

    /** A note for a text that is kept already. */
    public Screened.Part note(Beside beside, String text, String note) {
        String words = clean(note);
        return part(beside.group(), words,
                patientData.check(List.of(clean(text)), words, context(beside)).check());
    }

    /** Whether a text and the note beside it seem to tell of an adverse reaction to a medicine. */
    public static boolean reaction(String text, @Nullable String note) {
        return DrugReaction.suspects(clean(note == null ? text : text + "\n" + note));
    }

    /** What this author wrote in the chat within three minutes before, oldest first, as far as memory holds it. */
    public List<String> justBefore(Address chat, @Nullable Address author, String message, Instant at) {
        return author == null
                ? List.of()
                : recent.between(chat, author, at.minus(JUST_BEFORE), at).stream()
                        .filter(quoted -> !quoted.message().equals(message)).map(quoted -> quoted.text().text())
                        .toList();
    }

    private GroupContext context(Beside beside) {
        GroupContext context = knowledge.of(beside.group());
        return beside.vouched().isEmpty()
                ? context
                : context.dismissing((type, token) -> dismissals.has(beside.group(), type, token)
                        || beside.vouched().contains(dismissals.doubt(beside.group(), type, token)));
    }

    private Screened.Part part(long group, String words, Check check) {
        return new Screened.Part(check.masked(), check.decision(), places(check),
                dismissals.doubts(group, words, check.findings()));
    }

    /** PostgreSQL keeps no zero character in a text. */
    private static String clean(String text) {
        return text.replace("\0", "");
    }

    private static List<MaskedFinding> places(Check check) {
        List<MaskedFinding> places = new ArrayList<>();
        int original = 0;
        int at = 0;
        for (Finding finding : check.findings()) {
            if (finding.start() < original) {
                continue; // lies within the one before
            }
            at += finding.start() - original;
            int end = Math.min(check.masked().length(), Math.max(at, check.masked().indexOf(']', at) + 1));
            places.add(new MaskedFinding(finding.type(), at, end));
            at = end;
            original = finding.end();
        }
        return places;
    }
}
