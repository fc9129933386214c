package org.covigie.bot.signals;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes words comparable whatever their case, accents and apostrophes, in the same way here and in the database. Not left to a
 * collation: PostgreSQL and H2 have different ones, and an extension may not be installed.
 */
final class Folding {
    private static final String FROM = "ÀÁÂÃÄÅàáâãäåÇçÈÉÊËèéêëÌÍÎÏìíîïÑñÒÓÔÕÖòóôõöÙÚÛÜùúûüÝŸýÿ’";
    private static final String TO = "aaaaaaaaaaaacceeeeeeeeiiiiiiiinnoooooooooouuuuuuuuyyyy'";

    private Folding() {}

    static String fold(String words) {
        StringBuilder folded = new StringBuilder();
        for (char c : Normalizer.normalize(words, Normalizer.Form.NFC).toCharArray()) {
            int at = FROM.indexOf(c);
            switch (c) {
                case 'œ', 'Œ' -> folded.append("oe");
                case 'æ', 'Æ' -> folded.append("ae");
                default -> folded.append(at < 0 ? c : TO.charAt(at));
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /** The same in the database. */
    static Expression<String> fold(CriteriaBuilder builder, Expression<String> words) {
        Expression<String> folded = words;
        for (String ligature : new String[]{"œ", "Œ", "æ", "Æ"}) {
            folded = builder.function("replace", String.class, folded, builder.literal(ligature),
                    builder.literal(fold(ligature)));
        }
        return builder
                .lower(builder.function("translate", String.class, folded, builder.literal(FROM), builder.literal(TO)));
    }
}
