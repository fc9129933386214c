package org.covigie.bot.sandbox.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How much a bot may send: about one message a second in a chat with a short burst, 20 a minute in a group, 30 a second in all
 * (core.telegram.org/bots/faq). The exact figures are not published; the burst of five is this stand-in's choice.
 */
final class Rates {

    static final int BURST = 5;
    static final int PER_GROUP_MINUTE = 20;
    static final int PER_SECOND = 30;

    private final InstantSource clock;
    private final Map<Long, Deque<Instant>> sent = new HashMap<>();
    private final Deque<Instant> all = new ArrayDeque<>();
    private boolean on;

    Rates(InstantSource clock, boolean on) {
        this.clock = clock;
        this.on = on;
    }

    synchronized void on(boolean value) {
        on = value;
    }

    /** Counts one message or refuses it with the seconds to wait. */
    synchronized void spend(Room room) {
        if (!on) {
            return;
        }
        Instant now = clock.instant();
        Deque<Instant> here = sent.computeIfAbsent(room.id, id -> new ArrayDeque<>());
        forget(here, now.minus(Duration.ofMinutes(1)));
        forget(all, now.minusSeconds(1));
        if (all.size() >= PER_SECOND) {
            throw Refusal.tooMany(1);
        }
        if (!room.isPrivate() && here.size() >= PER_GROUP_MINUTE) {
            throw Refusal.tooMany(secondsUntil(here.getFirst().plusSeconds(60), now));
        }
        long bucket = level(here, now);
        if (bucket >= BURST) {
            throw Refusal.tooMany(bucket - BURST + 1);
        }
        here.addLast(now);
        all.addLast(now);
    }

    /** A leaking bucket: one message in, one drop a second out. */
    private static long level(Deque<Instant> here, Instant now) {
        double level = 0;
        Instant last = now;
        for (Instant at : here) {
            level = Math.max(0, level - seconds(last, at)) + 1;
            last = at;
        }
        return (long) Math.ceil(Math.max(0, level - seconds(last, now)));
    }

    private static double seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis() / 1000.0);
    }

    private static void forget(Deque<Instant> times, Instant before) {
        while (!times.isEmpty() && times.getFirst().isBefore(before)) {
            times.removeFirst();
        }
    }

    private static long secondsUntil(Instant then, Instant now) {
        return Math.max(1, Duration.between(now, then).toSeconds() + 1);
    }
}
