package org.covigie.bot.messaging;

/**
 * An approved text by which a conversation may be opened with somebody whose window is shut. The text itself lies with the
 * platform; the operator names it in the channel's settings.
 */
public enum Opening {
    /** The synthesis itself: title and address are its two variables. Sent in place of the message. */
    SYNTHESIS(true),
    /** Something waits; the message itself goes with the person's answer. No variables. */
    NOTICE(false),
    /** There is news of a request to be let in; the message itself goes with the person's answer. No variables. */
    ENROLMENT(false);

    private final boolean replaces;

    Opening(boolean replaces) {
        this.replaces = replaces;
    }

    /** Whether it says all there is to say, so that nothing needs to wait for an answer. */
    public boolean replaces() {
        return replaces;
    }
}
