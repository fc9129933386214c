package org.covigie.bot.patientdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Proposes every run of words that could be a name without a title, in any case; whether it is one, and a patient's,
 * is for the {@link RoleScorer}. A capital letter, a list of names, or being in no dictionary makes a word a proposal.
 */
final class UntitledNameRecogniser implements Recogniser {

    private static final int MOST_PARTS = 3;
    private static final int SHORTEST_LOWER = 3;
    private static final Set<String> PARTICLES = Set.of("le", "el", "al", "ben", "van", "von", "da", "di", "do", "dos",
            "de", "du", "des", "st", "mac", "mc", "ait", "ould", "abd", "la", "der", "den");
    private static final Set<String> NEVER_LEAD = Set.of("le", "de", "du", "des", "la", "do", "st");
    /** Before an ordinary word they still make a name: « da silva ». */
    private static final Set<String> FOREIGN = Set.of("da", "dos", "ould", "ait", "el", "ben");
    private static final Set<String> VERBS = Set.of("a", "n", "ne", "va", "se", "s", "has", "is", "was");
    /** After these a surname that is a word is proposed in lower case too: « chez poulain », « j’ai mis poulain sous … ». */
    private static final Set<String> BEFORE_SOMEBODY = Set.of("chez", "patient", "patiente", "mis", "vu", "revu",
            "resident",
            "residente", "voir", "famille", "fils", "fille", "pere", "mere");
    private static final Set<String> WHEN = Set.of("que", "qu", "hier", "soir", "matin", "et", ",", ":", "-");
    private static final Set<String> AND = Set.of("et", "and", "&");

    @Override
    public List<Candidate> find(Message message) {
        var found = new ArrayList<Candidate>();
        int i = 0;
        while (i < message.size()) {
            int end = nameEnd(message, i);
            if (end > i) {
                add(message, i, end, found);
                i = end;
            } else {
                i++;
            }
        }
        return found;
    }

    private static int nameEnd(Message message, int i) {
        Token token = message.token(i);
        if (!token.isWord() || Roles.isTitle(token.folded()) || TitledNameRecogniser.afterTitle(message, i) > i
                || TitledNameRecogniser.isTitleAt(message, i - 1)) {
            return i;
        }
        if (elided(message, i)) {
            return NameReader.capitalised(message, i);
        }
        if (token.isCapitalised() && !message.sentence(i).shouted()) {
            return capitalised(message, i);
        }
        return anyCase(message, i);
    }

    /** « N’Diaye », « M’Barek »: no French word loses its vowel before a consonant. */
    private static boolean elided(Message message, int i) {
        Token token = message.token(i);
        if (token.shape() != Token.Shape.INITIAL || i + 2 >= message.size() || !message.token(i + 1).is('\'')
                || !message.token(i + 2).isCapitalised() || !message.spaced(i, 0) || !message.spaced(i + 1, 0)) {
            return false;
        }
        boolean consonant = "aeiouyh".indexOf(message.word(i + 2).charAt(0)) < 0;
        return consonant || "ldcsjmtnq".indexOf(token.folded().charAt(0)) < 0;
    }

    private static int capitalised(Message message, int i) {
        Vocabulary first = message.vocabulary(i);
        boolean article = NEVER_LEAD.contains(message.word(i)) && message.token(i + 1 < message.size() ? i + 1 : i)
                .shape() == Token.Shape.UPPER && message.token(i).shape() != Token.Shape.UPPER;
        if (article) {
            // « Le DPC »
            return i;
        }
        if (PARTICLES.contains(message.word(i)) && i + 1 < message.size() && message.token(i + 1).isCapitalised()
                && (message.vocabulary(i + 1).mayName() || message.vocabulary(i + 1) == Vocabulary.WORD
                        && message.token(i + 1).shape() == Token.Shape.CAPITAL)
                && message.spaced(i, 1)) {
            return NameReader.capitalised(message, i);
        }
        if (i + 1 < message.size() && !first.mayName() && !rareWord(message, i, first)
                && (message.token(i + 1).shape() == Token.Shape.LOWER
                        || first != Vocabulary.WORD && message.vocabulary(i + 1).mayName())) {
            // « Avis de Sébastien », « Pansement Loïc »: a noun with the capital of its sentence
            return i;
        }
        boolean opener = Lexicon.COMMON.has(message.word(i)) && !first.mayName() && i + 1 < message.size()
                && message.token(i + 1).isCapitalised();
        if (first == Vocabulary.GRAMMAR || first == Vocabulary.PERSON || opener) {
            // « Attention Bruno … »
            return i;
        }
        int end = NameReader.capitalised(message, i);
        while (end - i > 1 && (acronym(message, end - 1) || PARTICLES.contains(message.word(end - 1)))) {
            end--;
        }
        return end;
    }

    /** A word with a capital that no sentence gave it, or of which is said what is said of patients: « Corbel tousse ». */
    private static boolean rareWord(Message message, int i, Vocabulary known) {
        if (known != Vocabulary.WORD || Lexicon.COMMON.has(message.word(i))) {
            return false;
        }
        if (!NameCues.opensSentence(message, i)) {
            return true;
        }
        int at = i + 1;
        while (at - i < 5 && (Lexicon.GRAMMAR.has(message.word(at)) || message.word(at).equals("'"))) {
            at++;
        }
        return VERBS.contains(message.word(i + 1)) || Lexicon.PATIENT_ACTS.has(message.word(at))
                || Lexicon.CLINICAL.has(message.word(at));
    }

    /** « Martine AVK », « Fabrice de la MSA » */
    private static boolean acronym(Message message, int at) {
        Vocabulary known = message.vocabulary(at);
        return message.token(at).shape() == Token.Shape.UPPER && !known.mayName() && known != Vocabulary.WORD
                || known == Vocabulary.GRAMMAR
                || known == Vocabulary.TRADE && message.token(at).shape() != Token.Shape.CAPITAL;
    }

    /** Where capitals say nothing: words that a list of names has, or that no dictionary has. */
    private static int anyCase(Message message, int i) {
        int at = i;
        boolean foreign = FOREIGN.contains(message.word(i)) && i + 1 < message.size() && message.token(i + 1).isWord()
                && message.vocabulary(i + 1) == Vocabulary.WORD && message.spaced(i, 1)
                && message.word(i + 1).length() >= SHORTEST_LOWER;
        if (foreign) {
            return glued(message, i + 1);
        }
        boolean led = PARTICLES.contains(message.word(i)) && part(message, i + 1) && message.spaced(i, 1);
        if (led) {
            boolean unknown = message.vocabulary(i + 1) == Vocabulary.UNKNOWN
                    || message.vocabulary(i + 1) == Vocabulary.FAMILY;
            boolean alone = NEVER_LEAD.contains(message.word(i))
                    && !(message.word(i).equals("le") && unknown && !message.token(i + 1).isCapitalised());
            at = alone ? i : i + 1;
        }
        if (!part(message, at)) {
            return i;
        }
        int end = glued(message, at);
        for (int parts = 1; parts < MOST_PARTS && end < message.size() && message.spaced(end - 1, 1); parts++) {
            int next = end;
            if (PARTICLES.contains(message.word(next)) && part(message, next + 1) && message.spaced(next, 1)
                    && message.vocabulary(next + 1) == Vocabulary.UNKNOWN) {
                next++;
            }
            boolean surname = parts == 1 && end == at + 1 && message.vocabulary(at) == Vocabulary.GIVEN
                    && message.vocabulary(next) == Vocabulary.FAMILY_OR_WORD;
            if (!part(message, next) && !surname) {
                break;
            }
            end = glued(message, next);
        }
        return end;
    }

    private static boolean part(Message message, int at) {
        return at < message.size() && message.token(at).isWord() && message.word(at).length() >= SHORTEST_LOWER
                && message.vocabulary(at).mayName() && message.vocabulary(at) != Vocabulary.EPONYM
                && (message.vocabulary(at) != Vocabulary.FAMILY_OR_WORD
                        || message.vocabulary(at + 1) == Vocabulary.GIVEN && message.spaced(at, 1)
                        || ofSomebody(message, at))
                && (message.vocabulary(at) != Vocabulary.GIVEN_OR_WORD || Lexicon.FIRST_NAMES.has(message.word(at))
                        || ofSomebody(message, at))
                && !Lexicon.COMMON.has(message.word(at));
    }

    /** Where a surname that is a word too stands in lower case: « petit a sauté … », « le pansement de marchand ». */
    private static boolean ofSomebody(Message message, int at) {
        String before = message.word(at - 1);
        if (BEFORE_SOMEBODY.contains(before)) {
            return true;
        }
        if (before.equals("de")) {
            Vocabulary what = message.vocabulary(at - 2);
            return what == Vocabulary.CLINICAL || what == Vocabulary.PERSON;
        }
        String after = message.word(at + 1);
        return (NameCues.opensSentence(message, at) || WHEN.contains(before))
                && (VERBS.contains(after) || Lexicon.PATIENT_ACTS.has(after) || Lexicon.CLINICAL.has(after));
    }

    private static int glued(Message message, int at) {
        int end = at + 1;
        for (int i = 0; i < 2 && end + 1 < message.size(); i++) {
            Token mark = message.token(end);
            boolean joins = (mark.is('-') || mark.is('\'')) && message.spaced(end - 1, 0) && message.spaced(end, 0);
            if (!joins || !message.token(end + 1).isWord() || message.word(end + 1).equals("s")) {
                break;
            }
            end += 2;
        }
        return end;
    }

    /** Eponyms, brands and organisations: without a title they are never a patient. */
    private static boolean nobody(Message message, int from, int to) {
        return message.vocabulary(from) == Vocabulary.NOBODY
                || to - from > 1 && NameReader.parts(message, from, to) == 1
                        && message.vocabulary(to - 1) == Vocabulary.NOBODY
                || message.word(to).equals("et") && message.word(to + 1).equals("al");
    }

    private static void add(Message message, int from, int to, List<Candidate> found) {
        if (message.word(from).length() < 2 && to == from + 1 || nobody(message, from, to)
                || Context.quotedExample(message, message.token(from).start())) {
            return;
        }
        int end = to;
        if (AND.contains(message.word(to)) && to + 1 < message.size()) {
            int second = NameReader.capitalised(message, to + 1);
            if (second > to + 1 && NameReader.hasFirstName(message, to + 1, second)
                    && NameReader.hasFirstName(message, from, to) && NameReader.parts(message, from, to) == 1
                    && NameReader.parts(message, to + 1, second) > 1) {
                // « Aïcha et Mohamed Benali »: one family, one span
                end = second;
            }
        }
        found.add(new Candidate(Type.NAME, message.token(from).start(), message.token(end - 1).end(), 0));
    }
}
