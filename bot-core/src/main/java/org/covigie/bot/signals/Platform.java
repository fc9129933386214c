package org.covigie.bot.signals;

import org.jspecify.annotations.Nullable;

/** Where published signals go: the COViGIE platform, or the built-in register. */
public interface Platform {
    /**
     * Hands over one signal; called again with the same key until it is taken or refused.
     *
     * @param idempotencyKey the same for every repetition of one publication, across restarts
     */
    Outcome publish(SignalDocument signal, String idempotencyKey);

    /** What the platform says. */
    sealed interface Outcome {
        /** It has the signal, from now or from before. */
        record Taken(@Nullable String id, @Nullable String url) implements Outcome {}

        /** It does not want the signal; {@code reason} is shown to the correspondent, at most 500 characters. */
        record Refused(String reason) implements Outcome {}

        /** It cannot be reached or is busy; tried again later. {@code code} is short and holds nobody's words. */
        record Later(String code) implements Outcome {}
    }
}
