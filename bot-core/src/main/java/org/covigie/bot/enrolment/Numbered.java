package org.covigie.bot.enrolment;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request's number and what stands behind it. */
record Numbered(int number, String rest) {
    private static final Pattern FORM = Pattern.compile("^\\s*(?:n°|#)?\\s*(\\d{1,9})(?:\\s+(.*))?$", Pattern.DOTALL);

    static Optional<Numbered> read(String args) {
        Matcher matcher = FORM.matcher(args);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String rest = matcher.group(2);
        return Optional.of(new Numbered(Integer.parseInt(matcher.group(1)), rest == null ? "" : rest.strip()));
    }
}
