package org.covigie.bot.messaging;

import java.time.Duration;
import org.covigie.bot.people.Address;
import org.jspecify.annotations.Nullable;

/** What became of one sending. An outcome is a value; a channel throws only when it has a bug. */
public sealed interface Outcome {
    /**
     * The platform has it.
     *
     * @param message   its id, where the platform gives one
     * @param reference what else the platform gave back, as the kind of {@link Outgoing} says
     */
    record Sent(@Nullable String message, @Nullable String reference) implements Outcome {
        public Sent(@Nullable String message) {
            this(message, null);
        }
    }

    /** Surely not sent; may be tried again after this time, or after the house's own back-off when null. */
    record Later(@Nullable Duration after, String code) implements Outcome {}

    /** Refused for good, with the platform's code. */
    record Refused(String code) implements Outcome {}

    /** The chat cannot be reached any more, or not yet (blocked, removed, never opened). */
    record Gone(String code) implements Outcome {}

    /** The chat has another address now; the same sending goes there. */
    record Moved(Address to) implements Outcome {}

    /** May have been sent; nobody can tell. Never sent again blindly. */
    record Unknown(String code) implements Outcome {}
}
