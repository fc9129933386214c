package org.covigie.bot.patientdata;

import java.util.List;

/** Writes and recognises the tokens that stand for masked details. */
final class Mask {

    private static final Type[] TYPES = Type.values();

    private Mask() {}

    static String apply(String text, List<Finding> findings) {
        if (findings.isEmpty()) {
            return text;
        }
        var masked = new StringBuilder(text.length());
        int from = 0;
        for (Finding finding : findings) {
            masked.append(text, from, finding.start()).append(finding.type().mask());
            from = finding.end();
        }
        return masked.append(text, from, text.length()).toString();
    }

    /** Length of the token that begins at this place, 0 when none does. */
    static int lengthAt(String text, int at) {
        if (text.charAt(at) != '[') {
            return 0;
        }
        for (Type type : TYPES) {
            if (text.startsWith(type.mask(), at)) {
                return type.mask().length();
            }
        }
        return 0;
    }
}
