package org.covigie.bot.load;

/**
 * Which updates are delivered twice: a fixed choice by update id, so that a run can be repeated.
 *
 * @param share between 0 (none) and 1 (all)
 * @param seed changes which ones
 */
record Repeats(double share, long seed) {
    static final Repeats NONE = new Repeats(0, 0);

    boolean concerns(Update update) {
        return fraction(update.id()) < share;
    }

    /** Half of them arrive at the same moment as the first copy, the others after it was accepted. */
    boolean atOnce(Update update) {
        return fraction(~update.id()) < 0.5;
    }

    private double fraction(long value) {
        long mixed = (value ^ seed) * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 32;
        mixed *= 0xD6E8FEB86659FD93L;
        return (mixed >>> 11) * 0x1.0p-53;
    }
}
