package org.covigie.bot.sandbox.twilio;

/** Beside what WhatsApp shows words (twilio.com/docs/whatsapp/guidance-whatsapp-media-messages). */
final class MediaTypes {

    private MediaTypes() {}

    /** A sound or a document comes without the words that were sent with it. */
    static boolean captioned(String type) {
        return type.startsWith("image/") || type.startsWith("video/");
    }
}
