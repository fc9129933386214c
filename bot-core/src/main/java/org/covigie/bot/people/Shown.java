package org.covigie.bot.people;

import org.jspecify.annotations.Nullable;

/** Somebody who has just acted, as the platform shows them. */
public interface Shown {
    /** Under which they are kept, and answered. */
    Address address();

    /** Another address of the same person, where the platform shows two. */
    @Nullable
    Address also();

    /** The name; {@link Words#NONE} when withheld. */
    Words name();

    /** The @name without its sign, where there is one. */
    @Nullable
    Words handle();
}
