package org.covigie.bot.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.covigie.bot.messaging.Recent;
import org.covigie.bot.patientdata.Check;
import org.covigie.bot.patientdata.Decision;
import org.covigie.bot.patientdata.DrugReaction;
import org.covigie.bot.patientdata.Exchange;
import org.covigie.bot.patientdata.Finding;
import org.covigie.bot.patientdata.GroupContext;
import org.covigie.bot.patientdata.PatientData;
import org.covigie.bot.patientdata.Type;
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

    /** A text and a note that nobody's earlier messages belong to. */
    public Screened screen(long group, String text, @Nullable String note) {
        return screen(group, List.of(), text, note);
    }

    /**
     * @param group   the house's number of the group
     * @param earlier what the author wrote there just before, see {@link #justBefore}
     */
    public Screened screen(long group, List<String> earlier, String text, @Nullable String note) {
        GroupContext context = knowledge.of(group);
        String words = clean(text);
        Exchange exchange = patientData.check(earlier, words, context);
        Check check = exchange.check();
        Check ofNote = patientData.check(note == null ? "" : clean(note), context);
        Decision decision = stricter(check.decision(), ofNote.decision());
        List<Doubt> doubts = new ArrayList<>(dismissals.doubts(group, words, check.findings()));
        doubts.addAll(dismissals.doubts(group, note == null ? "" : clean(note), ofNote.findings()));
        List<Type> types = check.findings().stream().map(Finding::type).distinct().sorted().toList();
        return new Screened(check.masked(), note == null ? null : ofNote.masked(), decision,
                stricter(decision, exchange.together()), places(check), types, doubts.stream().distinct().toList(),
                DrugReaction.suspects(words));
    }

    /** What this author wrote in the chat within three minutes before, oldest first, as far as memory holds it. */
    public List<String> justBefore(Address chat, @Nullable Address author, String message, Instant at) {
        return author == null
                ? List.of()
                : recent.between(chat, author, at.minus(JUST_BEFORE), at).stream()
                        .filter(quoted -> !quoted.message().equals(message)).map(quoted -> quoted.text().text())
                        .toList();
    }

    private static Decision stricter(Decision one, Decision other) {
        return Stream.of(one, other).max(Comparator.naturalOrder()).orElseThrow();
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
