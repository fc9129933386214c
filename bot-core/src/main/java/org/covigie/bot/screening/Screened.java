package org.covigie.bot.screening;

import java.util.List;
import org.covigie.bot.patientdata.Decision;
import org.covigie.bot.patientdata.Type;
import org.jspecify.annotations.Nullable;

/**
 * What may be stored of what somebody wrote.
 *
 * @param text         the text
 * @param note         what a correspondent has written beside it
 * @param together     what the text asks for beside what its author wrote just before: it may identify only with that
 * @param beside       whether the text by itself would have been found milder, so that it says more than it seems to
 * @param drugReaction whether text and note seem to tell of an adverse reaction to a medicine
 */
public record Screened(Part text, @Nullable Part note, Decision together, boolean beside, boolean drugReaction) {
    /**
     * One of the two.
     *
     * @param masked   the words with every finding replaced
     * @param decision what the surest finding asks for
     * @param findings where the replacements stand in {@code masked}
     * @param doubts   the findings that somebody may declare to be no patient
     */
    public record Part(String masked, Decision decision, List<MaskedFinding> findings, List<Doubt> doubts) {
        /** What was found, each kind once. */
        public List<Type> types() {
            return findings.stream().map(MaskedFinding::type).distinct().sorted().toList();
        }

        /** Without the words: they stay out of logs. */
        @Override
        public String toString() {
            return "Part[" + decision + ", " + types() + "]";
        }
    }

    /** Whether something was found that must be looked at before the text goes anywhere. */
    public boolean held() {
        return text.decision() != Decision.CLEAR || note != null && note.decision() != Decision.CLEAR;
    }
}
