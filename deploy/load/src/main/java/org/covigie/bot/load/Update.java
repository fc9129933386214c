package org.covigie.bot.load;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One update on its way to the bot, with what became of it. Times are {@link System#nanoTime()}, 0 while it has not happened.
 *
 * <p>The bytes are made once, before anything is measured.
 */
final class Update {
    /** What a {@code /p} is about. */
    record Tag(long commandMessage, long taggedMessage, String thread) {}

    private final long id;
    private final long chat;
    private final byte[] json;
    private final @Nullable Tag tag;
    private final AtomicInteger acknowledgements = new AtomicInteger();
    private volatile long handedOver;
    private volatile long accepted;
    private volatile long acknowledged;

    Update(long id, long chat, byte[] json, @Nullable Tag tag) {
        this.id = id;
        this.chat = chat;
        this.json = json;
        this.tag = tag;
    }

    long id() {
        return id;
    }

    /** The key within which Telegram keeps the order. */
    long chat() {
        return chat;
    }

    byte[] json() {
        return json;
    }

    /** Null unless this is a correspondent's tag. */
    @Nullable
    Tag tag() {
        return tag;
    }

    long handedOver() {
        return handedOver;
    }

    void handedOver(long nanos) {
        handedOver = nanos;
    }

    long accepted() {
        return accepted;
    }

    void accepted(long nanos) {
        accepted = nanos;
    }

    /** When the first reaction came. */
    long acknowledged() {
        return acknowledged;
    }

    /** @return how many acknowledgements there are now */
    int acknowledged(long nanos) {
        int count = acknowledgements.incrementAndGet();
        if (count == 1) {
            acknowledged = nanos;
        }
        return count;
    }

    int acknowledgements() {
        return acknowledgements.get();
    }
}
