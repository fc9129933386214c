package org.covigie.bot.commands;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text read as a command: its word in lower case without accents, and the rest as it was typed. The text itself is read,
 * since a word with an accent is no command entity for every platform.
 */
record Typed(String word, String args) {
    // a slash, letters or digits of any script, and the rest; bounded, so linear
    private static final Pattern COMMAND = Pattern.compile("^\\s{0,8}/([\\p{L}\\p{M}\\p{N}_]{1,32})(?:\\s+(.*))?\\s*$",
            Pattern.DOTALL);
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    static Optional<Typed> read(String text) {
        // cheap way out for the many messages that are none
        int start = 0;
        while (start < text.length() && start < 8 && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        if (start >= text.length() || text.charAt(start) != '/') {
            return Optional.empty();
        }
        Matcher matcher = COMMAND.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String args = matcher.group(2);
        return Optional.of(new Typed(fold(matcher.group(1)), args == null ? "" : args.strip()));
    }

    /** Lower case, without accents. */
    static String fold(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
