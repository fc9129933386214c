package org.covigie.bot.telegram;

import java.net.URI;

/** Which links Telegram takes on a button. */
final class Links {
    private Links() {}

    /** Only https, and only hosts with a dot: Telegram refuses the whole message for {@code https://localhost}. */
    static boolean fitsButton(String link) {
        try {
            URI uri = URI.create(link);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getHost().contains(".");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
