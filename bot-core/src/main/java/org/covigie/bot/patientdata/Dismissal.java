package org.covigie.bot.patientdata;

import java.util.function.BiPredicate;

/** « Not a patient », said once in a group: the same word is no finding there any more. */
final class Dismissal {

    /** From this score on a birth date has its cue and a social-security number its key: no word outweighs them. */
    private static final double BEYOND_DOUBT = 0.85;

    private Dismissal() {}

    static boolean drops(BiPredicate<Type, String> dismissed, Type type, double score, String folded) {
        boolean sure = (type == Type.NIR || type == Type.BIRTH_DATE) && score >= BEYOND_DOUBT;
        return !sure && dismissed.test(type, token(type, folded));
    }

    /** However it was written: a number by its last digits, words apart by one space. */
    static String token(Type type, String folded) {
        return switch (type) {
            case PHONE, EMAIL -> GroupContext.contact(folded);
            case NIR, RECORD_ID -> folded.replaceAll("[^\\p{L}0-9]", "");
            case NAME, BIRTH_DATE, DATE, ADDRESS, AGE_OVER_89, INITIALS, OTHER -> folded
                    .replaceAll("[^\\p{L}0-9]+", " ").strip();
        };
    }
}
