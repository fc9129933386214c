package org.covigie.bot.whatsapp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.covigie.bot.messaging.Rich;
import org.covigie.bot.messaging.Rich.Mark;
import org.covigie.bot.messaging.Rich.Style;

/**
 * Marks as WhatsApp writes them (faq.whatsapp.com/539178204879377): {@code *bold*}, {@code _italic_}, three backticks, {@code > }
 * at the beginning of a line. They take room within the text; where there is none they are left out before any word is. Pure.
 */
final class Marks {
    private static final Set<Style> LOOKS = EnumSet.of(Style.BOLD, Style.ITALIC, Style.CODE, Style.QUOTE);

    private Marks() {}

    /** The text with its marks; without looks, then without addresses of links, when it would be longer than that. */
    static String written(Rich rich, int most) {
        String all = written(rich, EnumSet.allOf(Style.class));
        if (all.length() <= most) {
            return all;
        }
        String links = written(rich, EnumSet.of(Style.LINK));
        return links.length() <= most ? links : rich.text();
    }

    private static String written(Rich rich, Set<Style> styles) {
        String text = rich.text();
        // at each place what closes, then what opens; inner marks close first
        TreeMap<Integer, StringBuilder> closing = new TreeMap<>();
        TreeMap<Integer, StringBuilder> opening = new TreeMap<>();
        List<Mark> marks = rich.marks().stream().filter(mark -> styles.contains(mark.style()))
                .sorted(Comparator.comparingInt(Mark::start).thenComparing(Mark::length, Comparator.reverseOrder()))
                .toList();
        for (Mark mark : marks) {
            int start = Math.clamp(mark.start(), 0, text.length());
            int end = Math.clamp((long) mark.start() + mark.length(), start, text.length());
            if (LOOKS.contains(mark.style())) {
                for (int[] stretch : stretches(text, start, end, mark.style())) {
                    opening.computeIfAbsent(stretch[0], at -> new StringBuilder()).append(sign(mark.style()));
                    if (mark.style() != Style.QUOTE) {
                        closing.computeIfAbsent(stretch[1], at -> new StringBuilder()).insert(0, sign(mark.style()));
                    }
                }
            } else if (mark.link() != null && end > start && !text.substring(start, end).equals(mark.link())) {
                closing.computeIfAbsent(end, at -> new StringBuilder()).append(" (").append(mark.link()).append(')');
            }
        }
        StringBuilder written = new StringBuilder();
        for (int at = 0; at <= text.length(); at++) {
            if (closing.containsKey(at)) {
                written.append(closing.get(at));
            }
            if (opening.containsKey(at)) {
                written.append(opening.get(at));
            }
            if (at < text.length()) {
                written.append(text.charAt(at));
            }
        }
        return written.toString();
    }

    /** What of it can carry the mark: WhatsApp knows none across lines, beside spaces or within a word. */
    private static List<int[]> stretches(String text, int start, int end, Style style) {
        List<int[]> stretches = new ArrayList<>();
        for (int from = start; from < end;) {
            int newline = text.indexOf('\n', from);
            int to = newline < 0 || newline > end ? end : newline;
            int next = to + 1;
            if (style == Style.QUOTE) {
                // only whole lines are quoted
                boolean whole = (from == 0 || text.charAt(from - 1) == '\n')
                        && (to == text.length() || text.charAt(to) == '\n');
                if (whole) {
                    stretches.add(new int[]{from, to});
                }
            } else {
                while (from < to && Character.isWhitespace(text.charAt(from))) {
                    from++;
                }
                while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
                    to--;
                }
                if (from < to && alone(text, from, to) && text.substring(from, to).indexOf(sign(style).charAt(0)) < 0) {
                    stretches.add(new int[]{from, to});
                }
            }
            from = next;
        }
        return stretches;
    }

    private static boolean alone(String text, int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
                && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
    }

    private static String sign(Style style) {
        return switch (style) {
            case BOLD -> "*";
            case ITALIC -> "_";
            case CODE -> "```";
            case QUOTE -> "> ";
            case LINK -> "";
        };
    }
}
