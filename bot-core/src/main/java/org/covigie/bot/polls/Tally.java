package org.covigie.bot.polls;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How often each option was chosen.
 *
 * @param counts one number for each option, in their order
 * @param voters how many people voted; with several choices fewer than the sum
 */
record Tally(List<Integer> counts, int voters) {
    /** Of each voter's last choices; whoever took them all back has not voted. */
    static Tally of(int options, Collection<List<Integer>> votes) {
        int[] counts = new int[options];
        int voters = 0;
        for (List<Integer> vote : votes) {
            List<Integer> valid = vote.stream().filter(choice -> choice >= 0 && choice < options).distinct().toList();
            valid.forEach(choice -> counts[choice]++);
            voters += valid.isEmpty() ? 0 : 1;
        }
        return new Tally(Arrays.stream(counts).boxed().toList(), voters);
    }

    /** As {@link #written} wrote it or a platform told it; empty when it does not fit the number of options. */
    static Optional<Tally> read(String text, int options) {
        if (!text.matches("\\d{1,9}(,\\d{1,9})*;\\d{1,9}")) {
            return Optional.empty();
        }
        String[] halves = text.split(";", -1);
        List<Integer> counts = Arrays.stream(halves[0].split(",", -1)).map(Integer::valueOf).toList();
        return counts.size() == options
                ? Optional.of(new Tally(counts, Integer.parseInt(halves[1])))
                : Optional.empty();
    }

    /** Votes of each option with commas between, a semicolon, voters. */
    String written() {
        return counts.stream().map(String::valueOf).collect(Collectors.joining(",")) + ";" + voters;
    }

    /** The share of the voters who chose this option, rounded. */
    int percent(int option) {
        return voters == 0 ? 0 : (int) Math.round(100.0 * counts.get(option) / voters);
    }
}
