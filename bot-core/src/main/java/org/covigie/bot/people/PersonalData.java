package org.covigie.bot.people;

import java.util.List;
import java.util.Set;

/** Implemented by every room that keeps something about a person: the right of access and the right to be forgotten. */
public interface PersonalData {
    /**
     * The columns of this room that lead to a person or hold what a person wrote, as {@code table.column} in lower case. A test
     * compares them with the database: a personal column without an owner fails the build.
     */
    Set<String> keeps();

    /** What this room keeps about the person, one entry a fact, in the order a reader wants it. */
    List<Datum> export(long person);

    /** Why this person cannot be forgotten yet (a message key), empty when nothing stands in the way. */
    default java.util.Optional<String> hindrance(long person) {
        return java.util.Optional.empty();
    }

    /** Forgets the person here; called in the order of the rooms, people last. */
    void forget(long person);

    /**
     * One fact that is kept.
     *
     * @param key  key of the sentence in the bundles
     * @param args its arguments: text, numbers, instants, enum constants
     */
    record Datum(String key, List<Object> args) {}
}
