package org.covigie.bot.whatsapp;

import java.util.ArrayList;
import java.util.List;
import org.covigie.bot.messaging.Button;

/** Buttons as lines of text: the commands under numbers, which people write back, and the links. Pure. */
final class Numbered {
    private Numbered() {}

    /** The buttons that stand for commands, in the order of their numbers: the first is 1. */
    static List<Button> of(List<List<Button>> rows) {
        return rows.stream().flatMap(List::stream).filter(button -> button.data() != null).toList();
    }

    /** {@code 1 → label} for a command, {@code label : link} for a link; empty when there are none. */
    static String listed(List<List<Button>> rows) {
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

    /** A text with these lines under it. */
    static String under(String text, List<List<Button>> rows) {
        String lines = listed(rows);
        return lines.isEmpty() ? text : text.isEmpty() ? lines : text + "\n\n" + lines;
    }

    /** The links alone. */
    static List<List<Button>> links(List<List<Button>> rows) {
        return List.of(rows.stream().flatMap(List::stream).filter(button -> button.link() != null).toList());
    }
}
