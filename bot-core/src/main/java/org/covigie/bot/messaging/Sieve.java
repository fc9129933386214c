package org.covigie.bot.messaging;

import java.util.Optional;

/**
 * Decides in memory whether something concerns the bot, before anything is stored. Every sieve is asked in turn; the first
 * that keeps it decides what of it is kept. What none keeps never reaches the database.
 */
public interface Sieve {
    /** What of this may be stored, possibly with words left out; empty when it does not concern this sieve. */
    Optional<Incoming> keep(Incoming incoming);
}
