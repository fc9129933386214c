package org.covigie.bot.mail;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that gets syntheses, or has asked for them.
 *
 * @param person who asked for it; null when the operator has listed it
 * @param name   of the body, when listed
 * @param since  in this status
 */
record Subscription(UUID id, @Nullable Long person, @Nullable String name, MailAddress address, Locale language,
        Status status, Instant since) {
    /** How it stands; who has left or is refused is kept only when listed, for the operator to see. */
    enum Status {
        ASKED, ACTIVE, LEFT, REFUSED
    }
}
