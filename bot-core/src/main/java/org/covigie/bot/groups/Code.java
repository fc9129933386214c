package org.covigie.bot.groups;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A code that people carry from one place to another: eight characters of Crockford's base 32 (crockford.com/base32.html),
 * 40 bits from a secure source; read in any case, with O as 0, and I and L as 1.
 */
public final class Code {
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Code() {}

    /** A code nobody can guess. */
    public static String fresh() {
        String code;
        do {
            code = RANDOM.ints(LENGTH, 0, SIGNS.length()).mapToObj(at -> String.valueOf(SIGNS.charAt(at)))
                    .collect(Collectors.joining());
            // without a digit it could be taken for a group's name
        } while (code.chars().noneMatch(Character::isDigit));
        return code;
    }

    /** The code somebody typed, in its one spelling; empty when it cannot be one. */
    public static Optional<String> read(String typed) {
        String plain = typed.strip().toUpperCase(Locale.ROOT).replace("-", "").replace('O', '0').replace('I', '1')
                .replace('L', '1');
        return plain.length() == LENGTH && plain.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0)
                ? Optional.of(plain)
                : Optional.empty();
    }
}
