package org.covigie.bot.patientdata;

import java.util.List;

/** Puts the sends of one author together: a line each, unless the earlier one breaks off before its noun. */
final class Sends {

    private Sends() {}

    static String joined(List<String> sends, int most) {
        var text = new StringBuilder();
        for (String send : sends) {
            if (!text.isEmpty()) {
                text.append(joint(text.toString()));
            }
            text.append(send);
            if (text.length() > 2 * most) {
                text.delete(0, text.length() - most);
            }
        }
        int over = Math.max(0, text.length() - most);
        // never the second half of a pair first
        return over > 0 && Character.isLowSurrogate(text.charAt(over))
                ? text.substring(over + 1)
                : text.substring(over);
    }

    static String joint(String before) {
        var message = new Message(Shadow.of(before.substring(Math.max(0, before.length() - 40))));
        int last = message.size() - 1;
        String word = message.word(last);
        boolean open = word.equals(":") || word.equals(",") || Lexicon.PATIENT.has(word) || OPEN.contains(word)
                || word.equals(".") && OPEN.contains(message.word(last - 1));
        return open ? " " : "\n";
    }

    private static final List<String> OPEN = List.of("m", "mr", "mme", "mlle", "monsieur", "madame", "mrs", "ms",
            "chez",
            "de", "pour", "d'", "avec", "le", "la", "nee", "ne", "ddn", "dob", "au", "for", "habite", "s'appelle",
            "appelle", "voir");
}
