package org.covigie.bot.patientdata;

import java.util.Set;

/**
 * Reads how far a personal name goes from a token on: up to four parts, with particles (« El Amrani », « de La Tour »)
 * and glued compounds (« Klein-Muller », « N’Diaye »).
 */
final class NameReader {

    private static final int MOST_PARTS = 4;
    private static final int SHORTEST_SURNAME = 4;
    private static final Set<String> PARTICLES = Set.of("de", "du", "des", "la", "le", "el", "al", "ben", "bel", "van",
            "von", "der", "den", "ten", "ter", "di", "da", "do", "dos", "das", "del", "della", "st", "saint", "sainte",
            "mac", "mc", "abd", "abdel", "ould", "ait", "bin", "bint", "las", "los", "d", "o", "y");
    /** « le » and « de » may lead a name in lower case, « la », « du », « des » lead common nouns there. */
    private static final Set<String> LOWER_PARTICLES = Set.of("le", "de", "el", "al", "ben", "van", "von", "da", "di",
            "dos", "ait", "d", "o");

    private NameReader() {}

    /** Token index after the name that begins here with a capital, or {@code at} when none does. */
    static int capitalised(Message message, int at) {
        int end = at;
        for (int parts = 0; parts < MOST_PARTS; parts++) {
            int next = end;
            if (parts > 0 && !message.spaced(end - 1, 2)) {
                break;
            }
            for (int skipped = 0; skipped < 2 && isParticle(message, next); skipped++) {
                next = message.token(next + 1).is('\'') ? next + 2 : next + 1;
            }
            if (next >= message.size() || !startsPart(message, next, parts > 0)) {
                break;
            }
            end = glued(message, next);
        }
        return end;
    }

    /** The same where capitals say nothing: one word, known first names after it, a surname after a first name. */
    static int lower(Message message, int at) {
        int next = at;
        if (next + 1 < message.size() && LOWER_PARTICLES.contains(message.word(next))
                && (message.token(next + 1).isWord() || message.token(next + 1).is('\''))) {
            next = message.token(next + 1).is('\'') ? next + 2 : next + 1;
        }
        if (!isLowerPart(message, next)) {
            return at;
        }
        int end = glued(message, next);
        if (Lexicon.FIRST_NAMES.has(message.word(next)) && isLowerPart(message, end) && message.spaced(end - 1, 2)
                && message.word(end).length() >= SHORTEST_SURNAME) {
            // a word too many hidden is better than a surname left
            end = glued(message, end);
        }
        while (end - at < MOST_PARTS + 2 && end < message.size() && message.spaced(end - 1, 2)
                && Lexicon.FIRST_NAMES.has(message.word(end))) {
            end = glued(message, end);
        }
        return end;
    }

    static boolean hasFirstName(Message message, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Lexicon.FIRST_NAMES.has(message.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** How many separate words the name has: « Anne-Marie Roy » has two. */
    static int parts(Message message, int from, int to) {
        int parts = from < to ? 1 : 0;
        for (int i = from + 1; i < to; i++) {
            if (message.token(i).start() > message.token(i - 1).end()) {
                parts++;
            }
        }
        return parts;
    }

    private static boolean isParticle(Message message, int at) {
        if (at + 1 >= message.size() || !PARTICLES.contains(message.word(at))) {
            return false;
        }
        if (message.token(at + 1).is('\'')) {
            return at + 2 < message.size();
        }
        return message.token(at + 1).isWord() && message.spaced(at, 2);
    }

    private static boolean startsPart(Message message, int at, boolean later) {
        Token token = message.token(at);
        if (later && (TitledNameRecogniser.afterTitle(message, at) > at || Roles.isTitle(token.folded()))) {
            return false;
        }
        if (later && token.shape() == Token.Shape.INITIAL) {
            return at + 1 >= message.size() || !message.token(at + 1).is('\'');
        }
        boolean glue = token.shape() == Token.Shape.INITIAL && at + 2 < message.size() && message.spaced(at, 0)
                && message.token(at + 1).is('\'') && message.token(at + 2).isCapitalised();
        return glue || token.isCapitalised() && !Lexicon.GRAMMAR.has(token.folded());
    }

    private static boolean isLowerPart(Message message, int at) {
        if (at >= message.size()) {
            return false;
        }
        Token token = message.token(at);
        return token.isWord() && token.end() - token.start() > 1 && !Lexicon.GRAMMAR.has(token.folded())
                && !Lexicon.COMMON.has(token.folded()) && !Lexicon.CLINICAL.has(token.folded())
                && !Lexicon.PROFESSIONAL.has(token.folded()) && !Lexicon.PATIENT.has(token.folded())
                && !Lexicon.NOBODY.has(token.folded());
    }

    private static int glued(Message message, int at) {
        int end = at + 1;
        for (int i = 0; i < 3 && end + 1 < message.size(); i++) {
            Token mark = message.token(end);
            boolean joins = (mark.is('-') || mark.is('\'')) && message.spaced(end - 1, 0) && message.spaced(end, 0);
            boolean genitive = mark.is('\'') && message.word(end + 1).equals("s");
            if (!joins || genitive || !message.token(end + 1).isWord()) {
                break;
            }
            end += 2;
        }
        if (end < message.size() && message.token(end).is('.') && message.token(end - 1).shape() == Token.Shape.INITIAL
                && message.spaced(end - 1, 0)) {
            end++;
        }
        return end;
    }
}
