package org.covigie.bot.relay;

import org.covigie.bot.people.Address;

/** Whether somebody can be written to now. */
public interface Reach {
    /** How things stand with this person. */
    State of(Address person);

    /** Whether a message would arrive. */
    enum State {
        /** It would. */
        OPEN,
        /** The person has not written for too long: it waits until they do. */
        SHUT,
        /** The person wants nothing more from the bot. */
        STOPPED,
        /** The address leads nowhere any more. */
        GONE
    }
}
