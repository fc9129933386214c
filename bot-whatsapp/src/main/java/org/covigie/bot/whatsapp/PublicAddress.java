package org.covigie.bot.whatsapp;

import java.net.URI;
import java.util.Locale;
import org.covigie.bot.settings.WrongSetting;
import org.jspecify.annotations.Nullable;

/**
 * The addresses under which Twilio finds this bot. Signatures are checked over these, never over what a request claims about
 * itself: behind a proxy that would be wrong, and it could be forged.
 *
 * @param base scheme, host and perhaps a path, without a slash at its end
 */
record PublicAddress(String base) {
    static final String INBOUND = "/whatsapp/inbound";
    static final String STATUS = "/whatsapp/status";
    static final String MEDIA = "/whatsapp/media/";

    /**
     * How Twilio is to repeat a callback: three times, also when the connection fails, times out or the answer is 5xx. By
     * default it is tried once more only when no connection came about (twilio.com/docs/usage/webhooks/webhooks-connection-overrides).
     * A fragment is no part of the signature.
     */
    private static final String REPEAT = "#rc=3&rp=ct,rt,5xx";

    PublicAddress {
        base = base.strip().replaceAll("/+$", "");
        try {
            URI uri = URI.create(base);
            if (uri.getHost() == null || uri.getScheme() == null || !uri.getScheme().matches("(?i)https?")
                    || uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw new IllegalArgumentException("no address");
            }
        } catch (IllegalArgumentException e) {
            throw new WrongSetting("COVIGIE_PUBLIC_URL",
                    "COVIGIE_PUBLIC_URL must be the address the outside sees, such as https://bot.example.org.");
        }
    }

    /** What Twilio signed when it asked for this path, with the query as it came. */
    String signed(String path, @Nullable String rawQuery) {
        return base + path + (rawQuery == null ? "" : "?" + rawQuery);
    }

    URI statusCallback() {
        return URI.create(base + STATUS + REPEAT);
    }

    URI media(String token) {
        return URI.create(base + MEDIA + token);
    }

    /** Whether only this machine finds it: Twilio itself refuses such an address. */
    boolean local() {
        String host = URI.create(base).getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.endsWith(".localhost") || host.startsWith("127.")
                || host.equals("[::1]");
    }
}
