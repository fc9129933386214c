package org.covigie.bot.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text of ours before it has a language: parts that stand one below the other, each a key of the bundles with arguments,
 * and rows of choices beneath. An argument may be another {@code Line}, a {@link Command} (its word), an enum constant (its own key), a {@link Quote},
 * {@link org.covigie.bot.people.Words}, an {@link java.time.Instant}, {@link java.time.LocalDate} or {@link java.time.Duration}, {@link Money}, a number, or a string shown as it is.
 */
public record Line(List<Part> parts, List<List<Choice>> rows) {
    /** One sentence or paragraph. */
    public record Part(String key, List<Object> args) {}

    /**
     * Something the reader can choose.
     *
     * @param label   key of what stands on the button
     * @param args    arguments of the label
     * @param command the command it types, with its slash; null for a link
     * @param link    an address, null for a command
     */
    public record Choice(String label, List<Object> args, Optional<String> command, Optional<String> link) {
        public static Choice command(String label, String command, Object... args) {
            return new Choice(label, List.of(args), Optional.of(command), Optional.empty());
        }

        public static Choice link(String label, String link, Object... args) {
            return new Choice(label, List.of(args), Optional.empty(), Optional.of(link));
        }
    }

    public static Line of(String key, Object... args) {
        return new Line(List.of(new Part(key, List.of(args))), List.of());
    }

    /** Nothing yet; parts are added with {@link #then}. */
    public static Line empty() {
        return new Line(List.of(), List.of());
    }

    /** The same with a further part below. */
    public Line then(String key, Object... args) {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(key, List.of(args)));
        return new Line(List.copyOf(more), rows);
    }

    /** The same with another line's parts and choices below. */
    public Line then(Line other) {
        List<Part> more = new ArrayList<>(parts);
        more.addAll(other.parts);
        List<List<Choice>> choices = new ArrayList<>(rows);
        choices.addAll(other.rows);
        return new Line(List.copyOf(more), List.copyOf(choices));
    }

    /** The same with a further row of choices. */
    public Line choices(Choice... row) {
        return choices(List.of(row));
    }

    /** The same with a further row of choices. */
    public Line choices(List<Choice> row) {
        if (row.isEmpty()) {
            return this;
        }
        List<List<Choice>> more = new ArrayList<>(rows);
        more.add(List.copyOf(row));
        return new Line(parts, List.copyOf(more));
    }
}
