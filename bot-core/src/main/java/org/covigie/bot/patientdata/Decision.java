package org.covigie.bot.patientdata;

/** What to do with a checked text; the surest of its findings decides. */
public enum Decision {
    /** Nothing found. */
    CLEAR,
    /** Worth a private word to the author: a finding scored {@value #HINT_FROM} or more. */
    HINT,
    /** Must not go out as it is: a finding scored {@value #HOLD_FROM} or more. */
    HOLD;

    static final double HINT_FROM = 0.55;
    static final double HOLD_FROM = 0.80;

    static Decision of(double score) {
        if (score >= HOLD_FROM) {
            return HOLD;
        }
        return score >= HINT_FROM ? HINT : CLEAR;
    }
}
