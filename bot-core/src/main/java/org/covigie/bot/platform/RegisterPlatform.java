package org.covigie.bot.platform;

import org.covigie.bot.signals.Platform;
import org.covigie.bot.signals.SignalDocument;

/** The register is the platform: it takes everything at once, for it shows what lies in the database as published. */
final class RegisterPlatform implements Platform {
    private final String here;

    /** @param here where the outside reaches this application */
    RegisterPlatform(String here) {
        this.here = here;
    }

    @Override
    public Outcome publish(SignalDocument signal, String idempotencyKey) {
        return new Outcome.Taken(signal.id().toString(), Addresses.permalink(here, signal.id()));
    }
}
