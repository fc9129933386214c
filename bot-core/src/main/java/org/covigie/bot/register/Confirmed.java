package org.covigie.bot.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many have met the same, as it may be shown: no number below {@value #LEAST}, and none that the others give away.
 *
 * @param total         0 for none or too few to be told
 * @param byProfession  keys of professions; whoever is in none of these is among the rest
 * @param byDepartment  numbers of French <em>départements</em>
 */
public record Confirmed(long total, List<Cell> byProfession, List<Cell> byDepartment) {
    static final int LEAST = 3;
    public static final Confirmed NONE = new Confirmed(0, List.of(), List.of());

    /** So many of one kind. */
    public record Cell(String key, long people) {}

    /** One person's, by what is known of them. */
    record Voice(@Nullable String profession, @Nullable String department) {}

    static Confirmed of(List<Voice> voices) {
        return voices.size() < LEAST
                ? NONE
                : new Confirmed(voices.size(), cells(voices, Voice::profession), cells(voices, Voice::department));
    }

    /**
     * The kinds that are told, the largest first. What is left of the total must be nobody or {@value #LEAST} at least: the
     * smallest kinds are kept back until it is.
     */
    private static List<Cell> cells(List<Voice> voices, Function<Voice, @Nullable String> kind) {
        Map<String, Long> counts = voices.stream().collect(Collectors.groupingBy(
                voice -> kind.apply(voice) instanceof String known ? known : "", Collectors.counting()));
        List<Cell> cells = counts.entrySet().stream().filter(e -> !e.getKey().isEmpty() && e.getValue() >= LEAST)
                .map(e -> new Cell(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingLong(Cell::people).reversed().thenComparing(Cell::key))
                .collect(Collectors.toCollection(ArrayList::new));
        long rest = voices.size() - cells.stream().mapToLong(Cell::people).sum();
        while (rest > 0 && rest < LEAST && !cells.isEmpty()) {
            rest += cells.removeLast().people();
        }
        return List.copyOf(cells);
    }
}
