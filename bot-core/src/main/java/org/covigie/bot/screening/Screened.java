package org.covigie.bot.screening;

import java.util.List;
import org.covigie.bot.patientdata.Decision;
import org.covigie.bot.patientdata.Type;
import org.jspecify.annotations.Nullable;

/**
 * What may be stored of what somebody wrote.
 *
 * @param text         the text with every finding replaced
 * @param note         the note likewise
 * @param decision     what the surest finding in either asks for
 * @param together     what the text asks for beside what its author wrote just before: it may identify only with that
 * @param findings     where the replacements stand in {@code text}
 * @param types        what was found in the text, each kind once, in the order of the enumeration
 * @param doubts       the findings of either that somebody may declare to be no patient
 * @param drugReaction whether the text seems to tell of an adverse reaction to a medicine
 */
public record Screened(String text, @Nullable String note, Decision decision, Decision together,
        List<MaskedFinding> findings, List<Type> types, List<Doubt> doubts, boolean drugReaction) {
    /** Whether something was found that must be looked at before the text goes anywhere. */
    public boolean held() {
        return decision != Decision.CLEAR;
    }

    /** Without the words: they stay out of logs. */
    @Override
    public String toString() {
        return "Screened[" + decision + ", " + types + "]";
    }
}
