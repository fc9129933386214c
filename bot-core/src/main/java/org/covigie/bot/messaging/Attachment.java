package org.covigie.bot.messaging;

/**
 * A picture, sound or document that came with a message. It stays where the platform keeps it; only its channel can fetch it.
 *
 * @param reference where the platform keeps it, in the channel's own words; may lead to a person, so it never prints
 * @param type      its media type, such as {@code image/jpeg}; {@code application/octet-stream} where unknown
 */
public record Attachment(String reference, String type) {
    @Override
    public String toString() {
        return "Attachment[" + type + "]";
    }
}
