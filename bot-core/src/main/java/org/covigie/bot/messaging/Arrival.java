package org.covigie.bot.messaging;

/**
 * One update as it came from a platform, already read in memory.
 *
 * @param externalId the platform's id of the update; the same id twice is harmless. At most 64 characters
 * @param bytes      size of the update
 * @param reading    what the channel's reader made of it
 */
public record Arrival(String externalId, int bytes, Reading reading) {
    /** What a reader made of an update. */
    public sealed interface Reading {
        /** It may concern the bot. */
        record Read(Incoming incoming) implements Reading {}

        /** It concerns nobody here (another bot, an unknown kind). */
        record Ignored() implements Reading {}

        /** It could not be read; {@code error} names the fault without any of the content. */
        record Unreadable(String error) implements Reading {}
    }
}
