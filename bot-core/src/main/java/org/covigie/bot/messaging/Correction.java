package org.covigie.bot.messaging;

import java.util.List;
import org.covigie.bot.people.Address;
import org.jspecify.annotations.Nullable;

/**
 * What was posted once and is to be put right.
 *
 * @param chat   where it was posted
 * @param keys   under which it was posted so far, and under which it was put right before
 * @param anew   what leaves in place of what has not left yet, under a key of its own; null: nothing
 * @param edited how it reads from now on where it can be changed
 * @param answer what is said where it cannot, under a key of its own
 */
public record Correction(Address chat, List<String> keys, @Nullable Post anew, Rich edited, Post answer) {
    /** What came of it. */
    public enum Done {
        /** It had not left everywhere: it leaves as it is now, or not at all. */
        IN_TIME,
        /** Where it is it is changed, or answered. */
        PUT_RIGHT,
        /** It is being sent at this moment: to be tried again. */
        UNDER_WAY,
        /** It is nowhere, and never will be. */
        NOWHERE
    }
}
