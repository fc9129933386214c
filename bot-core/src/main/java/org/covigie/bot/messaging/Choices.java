package org.covigie.bot.messaging;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Buttons where there is no room for buttons: the same commands under numbers, which people write back. */
public final class Choices {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private Choices() {}

    /** The buttons that stand for commands, in the order of their numbers: the first is 1. */
    public static List<Button> of(List<List<Button>> rows) {
        return rows.stream().flatMap(List::stream).filter(button -> button.data() != null).toList();
    }

    /**
     * The same as lines of text, {@code 1 → label} for a command and {@code label : link} for a link; empty when there are
     * none. Stands under a text with an empty line between ({@link #under}).
     */
    public static String listed(List<List<Button>> rows) {
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (Button button : of(rows)) {
            number++;
            lines.add(number + " → " + button.label());
        }
        rows.stream().flatMap(List::stream).filter(button -> button.link() != null)
                .forEach(button -> lines.add(button.label() + " : " + button.link()));
        return String.join("\n", lines);
    }

    /** A text with its choices as lines under it. */
    public static String under(String text, List<List<Button>> rows) {
        String lines = listed(rows);
        return lines.isEmpty() ? text : text.isEmpty() ? lines : text + "\n\n" + lines;
    }

    /** How many UTF-16 code units {@link #under} adds to a text. */
    static int room(List<List<Button>> rows) {
        String lines = listed(rows);
        return lines.isEmpty() ? 0 : lines.length() + 2;
    }

    /** Words as they are compared: without case, accents, and more than one space. */
    static String folded(String words) {
        String plain = MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFKD)).replaceAll("")
                .toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae").replace('’', '\'');
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }
}
