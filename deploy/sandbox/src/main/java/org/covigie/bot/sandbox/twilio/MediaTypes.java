package org.covigie.bot.sandbox.twilio;

import java.util.Locale;
import java.util.Set;

/** What WhatsApp takes (twilio.com/docs/whatsapp/guidance-whatsapp-media-messages), and beside what it shows words. */
final class MediaTypes {

    private static final Set<String> TAKEN = Set.of("image/jpeg", "image/png", "image/webp", "video/mp4", "video/3gpp",
            "application/pdf", "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
            "application/vcard", "text/vcard", "text/x-vcard", "text/plain");
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private MediaTypes() {}

    static boolean taken(String type) {
        String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return TAKEN.contains(plain) || plain.startsWith("audio/") || plain.startsWith(OFFICE);
    }

    /** A sound or a document comes without the words that were sent with it. */
    static boolean captioned(String type) {
        return type.startsWith("image/") || type.startsWith("video/");
    }
}
