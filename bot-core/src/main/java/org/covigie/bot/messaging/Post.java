package org.covigie.bot.messaging;

import org.jspecify.annotations.Nullable;

/**
 * An outgoing thing with what the outbox must know about it.
 *
 * @param kind     what it is for, a short key such as {@code tag.ack}; shown to the operator, at most 40 characters
 * @param must     whether it must arrive: sent once more after a minute when its outcome is unknown
 * @param once     when set, a second post with the same key is dropped; at most 100 characters
 * @param awaits   whether it waits until the person opens the private chat, when the chat cannot be reached yet
 * @param otherwise what is posted when the platform refuses this one, or when it has to wait for the private chat; or when the chat is gone; null: nothing
 */
public record Post(Outgoing outgoing, String kind, boolean must, @Nullable String once, boolean awaits,
        @Nullable Post otherwise) {
    public static Post of(String kind, Outgoing outgoing) {
        return new Post(outgoing, kind, false, null, false, null);
    }

    public Post mustArrive() {
        return new Post(outgoing, kind, true, once, awaits, otherwise);
    }

    public Post once(String key) {
        return new Post(outgoing, kind, must, key, awaits, otherwise);
    }

    public Post awaiting() {
        return new Post(outgoing, kind, must, once, true, otherwise);
    }

    public Post or(Post other) {
        return new Post(outgoing, kind, must, once, awaits, other);
    }
}
