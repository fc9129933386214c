package org.covigie.bot.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name by which somebody wants to be shown to others: one line of 2 to 60 characters, with a letter in it. */
public final class ShownName {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 60;
    // what chat applications read as bold or slanted would reach beyond the name; the rest stands around names in copies
    private static final Pattern SIGNS = Pattern.compile("[*_~`():]");
    private static final Pattern SPACES = Pattern.compile("\\p{Z}+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private ShownName() {}

    /** The name somebody typed, or nothing when it cannot be one. */
    public static Optional<Words> read(String typed) {
        String name = SPACES.matcher(SIGNS.matcher(typed.strip()).replaceAll("")).replaceAll(" ").strip();
        int length = name.codePointCount(0, name.length());
        boolean possible = length >= SHORTEST && length <= LONGEST && name.codePoints().anyMatch(Character::isLetter)
                && !UNSEEN.matcher(typed.strip()).find() && !name.startsWith("/") && !typed.contains("://");
        return possible ? Optional.of(new Words(name)) : Optional.empty();
    }

    /** Whether readers would take one name for the other: they differ by case, accents or spaces at most. */
    public static boolean alike(Words one, Words other) {
        return folded(one).equals(folded(other));
    }

    private static String folded(Words name) {
        String plain = MARKS.matcher(Normalizer.normalize(name.text(), Normalizer.Form.NFKD)).replaceAll("");
        return SPACES.matcher(SIGNS.matcher(plain).replaceAll("")).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
