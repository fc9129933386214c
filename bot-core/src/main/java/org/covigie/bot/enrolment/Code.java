package org.covigie.bot.enrolment;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/** A group's code: eight characters of Crockford's base 32 (crockford.com/base32.html), read in any case, with O, I and L. */
final class Code {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Code() {}

    static String fresh() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** The code that was typed, in its one spelling; empty when it cannot be one. */
    static Optional<String> read(String typed) {
        String plain = typed.strip().toUpperCase(Locale.ROOT).replace("-", "").replace('O', '0').replace('I', '1')
                .replace('L', '1');
        boolean code = plain.length() == LENGTH && plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return code ? Optional.of(plain) : Optional.empty();
    }
}
