package org.covigie.bot.sandbox.twilio;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What goes too fast. To one person: a message in 6 s, 45 at once borrowed from the time after (developers.facebook.com, WhatsApp
 * platform, pair rate limits). Of one sender: 80 in a second, the rest waits its turn. Under the engine's lock.
 */
final class Pace {

    private static final int BURST = 45;
    private static final double SECONDS_EACH = 6;
    private static final int PER_SECOND = 80;

    private final boolean on;
    private final Map<String, Level> pairs = new HashMap<>();
    private Instant free = Instant.EPOCH;

    private record Level(double full, Instant at) {}

    Pace(boolean on) {
        this.on = on;
    }

    /** Counts one message to a person; false: too many. */
    boolean spend(String person, Instant now) {
        if (!on) {
            return true;
        }
        Level before = pairs.getOrDefault(person, new Level(0, now));
        double passed = Math.max(0, Duration.between(before.at(), now).toMillis() / 1000.0);
        double level = Math.max(0, before.full() - passed / SECONDS_EACH);
        boolean fits = level + 1 <= BURST;
        pairs.put(person, new Level(fits ? level + 1 : level, now));
        return fits;
    }

    /** How long the next message waits for its turn. */
    Duration turn(Instant now) {
        if (!on) {
            return Duration.ZERO;
        }
        Instant turn = free.isAfter(now) ? free : now;
        free = turn.plusNanos(1_000_000_000L / PER_SECOND);
        return Duration.between(now, turn);
    }
}
