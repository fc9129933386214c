package org.covigie.bot.telegram;

import org.jspecify.annotations.Nullable;

/** Ids as the house keeps them, as the numbers Telegram takes; null for what is none. */
final class Ids {
    /** The topic that every forum has; it is addressed by naming none. */
    private static final int GENERAL = 1;

    private Ids() {}

    static @Nullable Integer message(@Nullable String id) {
        Long number = id == null ? null : number(id);
        return number == null || number < 1 || number > Integer.MAX_VALUE ? null : number.intValue();
    }

    static @Nullable Integer topic(@Nullable String id) {
        Integer topic = message(id);
        return topic == null || topic == GENERAL ? null : topic;
    }

    static @Nullable Long number(String id) {
        try {
            return Long.valueOf(id);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
