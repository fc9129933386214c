package org.covigie.bot.telegram;

import java.time.Duration;

/**
 * How long the receiver waits for what.
 *
 * @param lease   how long an instance that died keeps the others from polling
 * @param renew   how often the lease is renewed while a poll is under way
 * @param standby how often another instance asks for the lease
 * @param first   the first pause after a failure; it doubles
 * @param longest the longest pause after a failure
 * @param refused the pause after the token was refused
 */
record Pace(Duration lease, Duration renew, Duration standby, Duration first, Duration longest, Duration refused) {
    static Pace usual() {
        return new Pace(Duration.ofSeconds(15), Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMillis(500),
                Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    Backoff backoff() {
        return new Backoff(first, longest);
    }
}
