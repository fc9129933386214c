package org.covigie.bot.messaging;

import org.jspecify.annotations.Nullable;

/**
 * What the platform says later about a message it took. Receipts come in any order, twice, or not at all.
 *
 * @param message the platform's id of the message
 * @param code    the provider's code, with {@link State#FAILED}
 */
public record Receipt(String message, State state, @Nullable String code) {
    /** In the order in which they may follow; {@link #FAILED} never takes back {@link #DELIVERED} or {@link #READ}. */
    public enum State {
        SENT, FAILED, DELIVERED, READ
    }
}
