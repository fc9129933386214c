package org.covigie.bot.whatsapp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Twilio's ids: two capital letters and 32 hexadecimal digits (twilio.com/docs/glossary/what-is-a-sid). Pure. */
final class Sids {
    private static final Pattern MESSAGE = Pattern.compile("[A-Z]{2}[0-9a-fA-F]{32}");
    private static final Pattern MEDIA_URL = Pattern.compile(
            "https?://[^/?#\\s]+/2010-04-01/Accounts/(AC[0-9a-fA-F]{32})(/Messages/[A-Z]{2}[0-9a-fA-F]{32}/Media/ME[0-9a-fA-F]{32})");
    private static final Pattern MEDIA_PATH = Pattern
            .compile("/Messages/[A-Z]{2}[0-9a-fA-F]{32}/Media/ME[0-9a-fA-F]{32}");

    private Sids() {}

    static boolean isMessage(String sid) {
        return MESSAGE.matcher(sid).matches();
    }

    /** Where a medium stands within the account; null when the address is none of this account's. */
    static @Nullable String mediaPath(String url, String account) {
        Matcher matcher = MEDIA_URL.matcher(url);
        return matcher.matches() && matcher.group(1).equals(account) ? matcher.group(2) : null;
    }

    static boolean isMediaPath(String path) {
        return MEDIA_PATH.matcher(path).matches();
    }
}
