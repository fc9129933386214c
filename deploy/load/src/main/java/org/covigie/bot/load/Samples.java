package org.covigie.bot.load;

import java.util.Arrays;

/** Durations in nanoseconds, gathered by many threads. */
final class Samples {
    private long[] values = new long[1024];
    private int size;

    synchronized void add(long nanos) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = nanos;
    }

    synchronized int size() {
        return size;
    }

    synchronized void clear() {
        size = 0;
    }

    /**
     * The nearest-rank percentile in milliseconds: the smallest value that at least {@code percent} % of all do not exceed.
     *
     * @param percent over 0, at most 100
     * @return NaN when there is no value
     */
    synchronized double percentileMillis(double percent) {
        if (percent <= 0 || percent > 100) {
            throw new IllegalArgumentException("a percentile lies between 0 and 100");
        }
        if (size == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100 * size);
        return sorted[Math.max(rank, 1) - 1] / 1e6;
    }
}
