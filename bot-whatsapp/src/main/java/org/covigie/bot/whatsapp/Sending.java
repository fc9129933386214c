package org.covigie.bot.whatsapp;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One message to be created (twilio.com/docs/messaging/api/message-resource). A template goes without body and media.
 *
 * @param to        the address without the channel's name: {@code whatsapp:+…} or {@code whatsapp:FR.…}, as Twilio wrote it
 * @param variables the template's variables as a JSON object
 */
record Sending(String to, @Nullable String body, @Nullable URI media, @Nullable String template,
        @Nullable String variables) {
    static Sending text(String to, String body) {
        return new Sending(to, body, null, null, null);
    }

    @Override
    public String toString() {
        return "Sending[…]";
    }
}
