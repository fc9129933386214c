package org.covigie.bot.register;

import java.time.LocalDate;
import org.covigie.bot.people.Profession;
import org.covigie.bot.signals.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of the register is after; a null leaves that open.
 *
 * @param words      blank for no such wish; control characters are spaces, what exceeds {@value #LONGEST} characters is left
 *                   out
 * @param profession of the author
 * @param department code of the author's <em>département</em>
 * @param from       first day of publication, in the house's time zone
 * @param until      last day of publication
 */
public record Sought(String words, @Nullable Kind kind, @Nullable Profession profession, @Nullable String department,
        @Nullable LocalDate from, @Nullable LocalDate until) {
    private static final int LONGEST = 200;

    /** Everything. */
    public static final Sought ALL = words("");

    public Sought {
        String plain = words.replaceAll("\\p{Cntrl}+", " ").strip();
        words = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    /** What holds these words. */
    public static Sought words(String words) {
        return new Sought(words, null, null, null, null, null);
    }

    /** Whether anything at all is wished. */
    public boolean any() {
        return !equals(ALL);
    }
}
