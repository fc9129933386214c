package org.covigie.bot.patientdata;

/** A detail a recogniser proposes; offsets of the folded text. Below the hint threshold it only counts with others. */
record Candidate(Type type, int start, int end, double score) {

    Candidate scored(double other) {
        return new Candidate(type, start, end, other);
    }

    boolean counts() {
        return score >= Decision.HINT_FROM;
    }
}
