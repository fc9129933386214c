package org.covigie.bot.sandbox.twilio;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;

/**
 * What goes wrong, as shares from 0 to 1 that may be changed at any time. The dice are thrown for each message by its own content
 * and number of attempts, so that the same messages meet the same luck in whatever order they come. Thread-safe.
 */
public final class Faults {

    /** What may happen. */
    public enum Kind {
        /** A POST is answered 429 with code 20429 and not processed. */
        TOO_MANY,
        /** A POST is answered 500; every second one was processed all the same. */
        BROKEN,
        /** A POST is processed, and the connection closed without an answer. */
        DROPPED,
        /** A POST is processed, and the answer takes as long as {@link Faults#stall(Duration)} says. */
        STALLED,
        /** A message's status callbacks come last first. */
        CALLBACKS_REVERSED,
        /** A status callback is never sent. */
        CALLBACKS_LOST,
        /** The bot is not told of a person's message; it can find it by listing. */
        INBOUND_LOST
    }

    private final long seed;
    private final Map<Kind, Double> shares = new HashMap<>();
    /** Of the last messages: what is as old as those forgotten is not tried again. */
    private final SequencedMap<String, Integer> attempts = new LinkedHashMap<>();
    private Duration stall = Duration.ofSeconds(30);

    Faults(long seed) {
        this.seed = seed;
    }

    /** Sets a share; 0 switches the fault off. */
    public synchronized void share(Kind kind, double share) {
        if (share < 0 || share > 1) {
            throw new IllegalArgumentException("A share is from 0 to 1");
        }
        shares.put(kind, share);
    }

    public synchronized double share(Kind kind) {
        return shares.getOrDefault(kind, 0.0);
    }

    /** How long a stalled answer takes; 30 s unless set. */
    public synchronized void stall(Duration value) {
        stall = value;
    }

    synchronized Duration stall() {
        return stall;
    }

    /** Switches all of them off. */
    public synchronized void none() {
        shares.clear();
    }

    /** A throw for this message that comes out differently at its next attempt. */
    synchronized Dice dice(String message) {
        int attempt = attempts.merge(message, 1, Integer::sum);
        attempts.putLast(message, attempt);
        while (attempts.size() > 2 * Engine.KEPT) {
            attempts.pollFirstEntry();
        }
        // not java.util.Random: the first throws of neighbouring seeds are alike, and who was unlucky once would be so for ever
        return new Dice(new SplittableRandom(seed * 31 + message.hashCode() * 1_000_003L + attempt));
    }

    /** The luck of one message. */
    final class Dice {
        private final SplittableRandom random;

        private Dice(SplittableRandom random) {
            this.random = random;
        }

        boolean shows(Kind kind) {
            double thrown = random.nextDouble();
            return thrown < share(kind);
        }

        boolean coin() {
            return random.nextBoolean();
        }
    }
}
