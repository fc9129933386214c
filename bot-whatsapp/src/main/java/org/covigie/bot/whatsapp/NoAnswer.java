package org.covigie.bot.whatsapp;

import java.io.Serial;

/** Carries a failure out through the SDK, which knows no other way; {@link TwilioApi} turns it into a value again. */
final class NoAnswer extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Answer.Failure why;

    NoAnswer(Answer.Failure why) {
        super("no answer from Twilio", null, false, false);
        this.why = why;
    }

    Answer.Failure why() {
        return why;
    }
}
