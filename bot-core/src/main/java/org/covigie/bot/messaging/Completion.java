package org.covigie.bot.messaging;

/**
 * Finds out what something that arrived means, before the transaction opens in which it is handled: the group a private
 * message belongs to, the words of the message it answers. All are asked in turn, each with what the one before made of it.
 */
public interface Completion {
    /** The same, or what it stands for. Throws {@link java.io.IOException} when the platform cannot be asked now: the lane tries again. */
    Incoming complete(Incoming incoming) throws java.io.IOException;
}
