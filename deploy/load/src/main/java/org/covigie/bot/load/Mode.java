package org.covigie.bot.load;

import java.util.Locale;

/** How updates reach the bot; the names are the values of {@code COVIGIE_TELEGRAM_MODE}. */
enum Mode {
    POLLING, WEBHOOK;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
