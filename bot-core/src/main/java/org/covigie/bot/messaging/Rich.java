package org.covigie.bot.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with marks beside it, so that no markup has to be escaped inside it.
 *
 * @param text  the plain text
 * @param marks positions in UTF-16 code units of {@code text}
 */
public record Rich(String text, List<Mark> marks) {
    /** A text without marks. */
    public static Rich plain(String text) {
        return new Rich(text, List.of());
    }

    /** Its parts of at most so many UTF-16 code units (at least 2), cut at a word where there is one, with their marks. */
    public List<Rich> cut(int max) {
        return Scissors.cut(this, max);
    }

    @Override
    public String toString() {
        return "Rich[" + text.length() + " chars]";
    }

    /** How a stretch of the text looks; {@code link} only for {@link Style#LINK}. */
    public record Mark(Style style, int start, int length, @Nullable String link) {}

    /** The looks every channel can show or leave out without harm. */
    public enum Style {
        BOLD, ITALIC, QUOTE, CODE, LINK
    }
}
