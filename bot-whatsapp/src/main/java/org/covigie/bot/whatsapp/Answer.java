package org.covigie.bot.whatsapp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one call to Twilio. */
sealed interface Answer<T> {
    /** Twilio did it. */
    record Done<T>(T value) implements Answer<T> {}

    /** Twilio did not, or nobody knows. */
    record Failed<T>(Failure why) implements Answer<T> {}

    /** Why there is no result. */
    sealed interface Failure {
        /**
         * Twilio refused, or failed itself.
         *
         * @param status     the HTTP status
         * @param code       Twilio's own code (twilio.com/docs/api/errors), where the body holds one
         * @param retryAfter how long to wait, where Twilio says so
         */
        record Denied(int status, @Nullable Integer code, @Nullable Duration retryAfter) implements Failure {}

        /** No connection came about: surely nothing was done. */
        record Unreachable() implements Failure {}

        /** The request may have been taken, but its answer was lost or cannot be read. */
        record Lost(String code) implements Failure {}
    }
}
