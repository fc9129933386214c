package org.covigie.bot.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to: what RFC 5321 calls a dot-string before the sign, a name with a dot in it behind. It
 * never prints itself.
 *
 * @param text at most 254 characters (rfc-editor.org/errata/eid1690), the part behind the sign in lower case and ASCII
 */
record MailAddress(String text) {
    private static final int LONGEST = 254;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "{1,64}(?:\\." + ATOM + "{1,64}){0,31}");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,20}[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** The address somebody typed, with or without what mail programs put around it. */
    static Optional<MailAddress> read(String typed) {
        String bare = typed.strip().replaceFirst("^(?i:mailto:)", "").replaceFirst("^<(.*)>$", "$1");
        int sign = bare.lastIndexOf('@');
        if (sign < 1 || bare.length() > LONGEST) {
            return Optional.empty();
        }
        String local = bare.substring(0, sign);
        String domain;
        try {
            domain = IDN.toASCII(bare.substring(sign + 1)).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        boolean possible = local.length() <= 64 && LOCAL.matcher(local).matches() && DOMAIN.matcher(domain).matches()
                && local.length() + 1 + domain.length() <= LONGEST;
        return possible ? Optional.of(new MailAddress(local + "@" + domain)) : Optional.empty();
    }

    /** What is the same for all spellings that reach one mailbox in practice. */
    String folded() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** For its owner to recognise: the first letter, and what stands behind the sign. */
    String masked() {
        return text.charAt(0) + "…" + text.substring(text.lastIndexOf('@'));
    }

    @Override
    public String toString() {
        return "MailAddress[" + text.length() + " chars]";
    }
}
