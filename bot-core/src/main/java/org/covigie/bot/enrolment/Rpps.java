package org.covigie.bot.enrolment;

import java.util.Optional;

/**
 * The number of the <em>Répertoire partagé des professionnels intervenant dans le système de santé</em>: eleven digits, the last
 * of which is Luhn's check digit (esante.gouv.fr).
 */
final class Rpps {
    private Rpps() {}

    /** The number that was typed, digits only; empty when its check digit does not fit. */
    static Optional<String> read(String typed) {
        String digits = typed.replaceAll("[\\s.]", "");
        return digits.matches("\\d{11}") && luhn(digits) ? Optional.of(digits) : Optional.empty();
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = digit * 2;
            sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }
}
