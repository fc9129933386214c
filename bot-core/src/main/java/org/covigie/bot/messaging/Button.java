package org.covigie.bot.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A button under a message: either a command somebody types for you, or a link.
 *
 * @param label what stands on it, in the reader's language
 * @param data  the command, at most 64 bytes of UTF-8; null for a link
 * @param link  the address, https only; null for a command
 */
public record Button(String label, @Nullable String data, @Nullable String link) {
    public static Button command(String label, String data) {
        return new Button(label, data, null);
    }

    public static Button link(String label, String link) {
        return new Button(label, null, link);
    }
}
