package org.covigie.bot.messaging;

/** Handles what was kept, inside the transaction that also deletes the inbox row. The handlers are asked in turn until one takes it. */
public interface Handler {
    /** Handles it and returns true, or returns false when it is not for this handler. */
    boolean handle(Incoming incoming);
}
