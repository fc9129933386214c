package org.covigie.bot.people;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name by which somebody wants to be shown to others: one line of 2 to 60 characters, with a letter in it. */
public final class ShownName {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 60;
    // what chat applications read as bold or slanted would reach beyond the name
    private static final Pattern SIGNS = Pattern.compile("[*_~`]");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private ShownName() {}

    /** The name somebody typed, or nothing when it cannot be one. */
    public static Optional<Words> read(String typed) {
        String name = SIGNS.matcher(typed.strip()).replaceAll("");
        int length = name.codePointCount(0, name.length());
        boolean possible = length >= SHORTEST && length <= LONGEST && name.codePoints().anyMatch(Character::isLetter)
                && !UNSEEN.matcher(name).find() && !name.startsWith("/") && !name.contains("://");
        return possible ? Optional.of(new Words(name)) : Optional.empty();
    }
}
