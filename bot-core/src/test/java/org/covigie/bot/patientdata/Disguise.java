package org.covigie.bot.patientdata;

import java.util.ArrayList;
import java.util.Locale;

/** The same message as a hurried hand writes it; the marks stay on their words. */
final class Disguise {

    private static final String EMOJI = "🙏";

    private Disguise() {}

    static Labelled lower(Labelled text) {
        return with(text, text.text().toLowerCase(Locale.ROOT));
    }

    static Labelled upper(Labelled text) {
        return with(text, text.text().toUpperCase(Locale.ROOT));
    }

    static Labelled withoutAccents(Labelled text) {
        return with(text, TrainingTexts.withoutAccents(text.text()));
    }

    /** Two letters in the middle of each name change places. */
    static Labelled mistyped(Labelled text) {
        char[] chars = text.text().toCharArray();
        for (Labelled.Mark mark : text.spans()) {
            int middle = (mark.start() + mark.end()) / 2;
            boolean letters = mark.type() == Type.NAME && mark.end() - mark.start() > 3 && middle + 1 < mark.end()
                    && Character.isLowerCase(chars[middle]) && Character.isLowerCase(chars[middle + 1]);
            if (letters) {
                char c = chars[middle];
                chars[middle] = chars[middle + 1];
                chars[middle + 1] = c;
            }
        }
        return with(text, new String(chars));
    }

    /** At the first space outside the marks. */
    static Labelled withEmoji(Labelled text) {
        int space = text.text().indexOf(' ');
        while (space >= 0 && inside(text, space)) {
            space = text.text().indexOf(' ', space + 1);
        }
        if (space < 0) {
            return text;
        }
        int at = space;
        int more = EMOJI.length() + 1;
        var moved = new ArrayList<Labelled.Mark>();
        for (Labelled.Mark mark : text.spans()) {
            moved.add(mark.start() < at
                    ? mark
                    : new Labelled.Mark(mark.type(), mark.start() + more, mark.end() + more));
        }
        return new Labelled(text.id(), text.language(), text.kind(),
                text.text().substring(0, at) + " " + EMOJI + text.text().substring(at), moved);
    }

    private static boolean inside(Labelled text, int at) {
        return text.spans().stream().anyMatch(mark -> mark.overlaps(at, at + 1));
    }

    private static Labelled with(Labelled text, String other) {
        return other.length() == text.text().length()
                ? new Labelled(text.id(), text.language(), text.kind(), other, text.spans())
                : text;
    }
}
