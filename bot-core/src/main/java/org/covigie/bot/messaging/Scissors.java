package org.covigie.bot.messaging;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text that is longer than a channel takes, at a word where there is one, and its marks with it. */
final class Scissors {
    private Scissors() {}

    /** The parts, in order; each has at most {@code max} UTF-16 code units, at least 2. */
    static List<Rich> cut(Rich rich, int max) {
        String text = rich.text();
        List<Rich> parts = new ArrayList<>();
        int start = 0;
        while (text.length() - start > max) {
            int end = end(text, start, max);
            parts.add(part(rich, start, trimmed(text, start, end)));
            start = end;
            while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
        }
        if (start < text.length() || parts.isEmpty()) {
            parts.add(part(rich, start, text.length()));
        }
        return parts;
    }

    /** The beginning of a text that cannot be sent in several parts. */
    static Rich shorten(Rich rich, int max) {
        if (rich.text().length() <= max) {
            return rich;
        }
        Rich first = part(rich, 0, trimmed(rich.text(), 0, end(rich.text(), 0, max - 1)));
        return new Rich(first.text() + "…", first.marks());
    }

    /** After the last white space of the second half; else wherever no character is torn apart. */
    private static int end(String text, int start, int max) {
        int limit = start + max;
        for (int i = limit; i > start + max / 2; i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(limit)) && Character.isHighSurrogate(text.charAt(limit - 1))
                ? limit - 1
                : limit;
    }

    private static int trimmed(String text, int start, int end) {
        int last = end;
        while (last > start + 1 && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }

    private static Rich part(Rich rich, int start, int end) {
        List<Rich.Mark> marks = new ArrayList<>();
        for (Rich.Mark mark : rich.marks()) {
            int from = Math.max(mark.start(), start);
            int to = Math.min(mark.start() + mark.length(), end);
            if (from < to) {
                marks.add(new Rich.Mark(mark.style(), from - start, to - from, mark.link()));
            }
        }
        return new Rich(rich.text().substring(start, end), List.copyOf(marks));
    }
}
