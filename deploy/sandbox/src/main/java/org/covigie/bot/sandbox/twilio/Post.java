package org.covigie.bot.sandbox.twilio;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call that creates a message, as it came.
 *
 * @param sid    of the message; null when none came of it
 * @param status HTTP status that was answered; 0 when the connection was closed instead
 */
public record Post(@Nullable String sid, String to, String body, List<String> media, @Nullable String contentSid,
        @Nullable String variables, int status, Instant at) {}
