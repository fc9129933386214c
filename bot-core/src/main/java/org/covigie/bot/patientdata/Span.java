package org.covigie.bot.patientdata;

/** A piece of the folded text: offsets of {@link Shadow#folded()}, end exclusive. */
record Span(int start, int end) {

    int length() {
        return end - start;
    }
}
