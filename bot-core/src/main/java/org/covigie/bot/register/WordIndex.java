package org.covigie.bot.register;

import java.util.List;
import java.util.UUID;

/** Ranks published signals by words; one for each kind of database. */
interface WordIndex {
    /** No search looks at more words than that. */
    int MOST_WORDS = 12;

    /**
     * The published signals that answer.
     *
     * @param sought with at least one word
     * @param breadth how many of its words a signal has to hold
     * @param offset how many of the first are left out
     * @param size   how many are wanted at most
     */
    Ranked find(Sought sought, Breadth breadth, Register.Order order, int offset, int size);

    /** Some of them, and how many there are in all. */
    record Ranked(List<UUID> ids, long total) {
        static final Ranked NONE = new Ranked(List.of(), 0);
    }

    /** How many of the words a signal has to hold. */
    enum Breadth {
        /** Both of two, two of three, three of four. */
        MOST,
        /** One of them. */
        ANY;

        int needed(int words) {
            return switch (this) {
                case MOST -> Math.ceilDiv(2 * words, 3);
                case ANY -> 1;
            };
        }
    }
}
