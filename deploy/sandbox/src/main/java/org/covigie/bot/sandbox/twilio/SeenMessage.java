package org.covigie.bot.sandbox.twilio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as a telephone shows it.
 *
 * @param sid      its id; what replies and taps name
 * @param mine     whether the telephone's owner wrote it
 * @param text     words or caption; may be empty
 * @param list     whether its buttons open as a list
 * @param quoted   the message replied to
 * @param quotedText the first words of that one; null when it is not known
 * @param status   Twilio's word: queued, sent, delivered, read, failed, undelivered, received
 * @param error    Twilio's code when it did not arrive, else 0
 * @param at       seconds of the epoch
 */
public record SeenMessage(String sid, boolean mine, String text, List<Media> media, List<Button> buttons, boolean list,
        @Nullable String quoted, @Nullable String quotedText, boolean forwarded, boolean template, String status,
        int error, long at) {

    /** A picture, sound or document; its bytes are {@link World#media(String)}. */
    public record Media(String id, String type) {}

    /** A quick reply or an entry of a list. */
    public record Button(String id, String title) {}
}
