package org.covigie.bot.load;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When Telegram tries a webhook again: at once, then after 2, 4, 8 … seconds up to about a minute, or when the answer's
 * {@code Retry-After} says, at most an hour (tdlib/telegram-bot-api, WebhookActor.cpp).
 *
 * @param scale shortens the pauses that Telegram chooses, not the ones the bot asks for
 */
record RetryPolicy(double scale) {
    private static final int LONGEST_SECONDS = 60;
    private static final long LONGEST_ASKED_SECONDS = 3_600;

    /**
     * @param failures in a row, 1 after the first
     * @param retryAfter the header's value
     */
    Duration pause(int failures, @Nullable String retryAfter) {
        if (retryAfter != null && retryAfter.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Math.min(Long.parseLong(retryAfter), LONGEST_ASKED_SECONDS));
        }
        if (failures <= 1) {
            return Duration.ZERO;
        }
        int seconds = failures > 6 ? LONGEST_SECONDS : Math.min(1 << (failures - 1), LONGEST_SECONDS);
        return Duration.ofNanos((long) (seconds * 1e9 * scale));
    }
}
