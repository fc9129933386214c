package org.covigie.bot.polls;

import java.util.Arrays;
import java.util.List;

/** What a poll asks: the question and what may be answered, each on one line. */
record Ballot(String question, List<String> options) {
    /** As it lies in the database, before it is sealed. */
    String written() {
        return question + "\n" + String.join("\n", options);
    }

    static Ballot read(String written) {
        List<String> lines = Arrays.asList(written.split("\n", -1));
        return new Ballot(lines.getFirst(), List.copyOf(lines.subList(1, lines.size())));
    }
}
