package org.covigie.bot.messaging;

/** Handles what was kept, inside the transaction that also deletes the inbox row. Every handler is asked in turn. */
public interface Handler {
    /** Handles it and returns true, or returns false when it is not for this handler. */
    boolean handle(Incoming incoming);
}
