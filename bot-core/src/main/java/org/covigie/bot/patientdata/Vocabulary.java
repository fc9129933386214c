package org.covigie.bot.patientdata;

/**
 * What the dictionaries know of one word. Many a name is a word (Fontaine, Rose) and most surnames are in no list at
 * all, so that being unknown to every dictionary says as much as being in a list of names.
 */
enum Vocabulary {
    /** Of a list of given names, and no ordinary word. */
    GIVEN,
    /** A given name and a word: Rose, Pierre, Grace. */
    GIVEN_OR_WORD,
    /** Of a list of surnames, and no ordinary word. */
    FAMILY,
    /** A surname and a word: Petit, Fontaine, Baker. */
    FAMILY_OR_WORD,
    /** A municipality, and neither of the above. */
    PLACE,
    /** Symptoms, acts, care. */
    CLINICAL,
    /** Professions and places of work. */
    TRADE,
    /** Eponyms, brands, organisations. */
    NOBODY,
    /** One of those that is a name in the lists as well: Weiss, Fontaine, Vidal. */
    EPONYM,
    /** A relative or a person cared for. */
    PERSON,
    /** Small words. */
    GRAMMAR,
    /** Any other word of a French or English dictionary, or of another alphabet. */
    WORD,
    /** In no list, though written in their alphabet. */
    UNKNOWN;

    private static final WordTable WORDS = WordTable.load("words.txt.gz");
    private static final WordTable GIVEN_NAMES = WordTable.load("given-names.txt.gz");
    private static final WordTable SURNAMES = WordTable.load("surnames.txt.gz");
    private static final WordTable COMMUNES = WordTable.load("communes.txt.gz");

    /** @param word folded */
    static Vocabulary of(String word) {
        boolean given = Lexicon.FIRST_NAMES.has(word);
        if (!given && Lexicon.GRAMMAR.has(word)) {
            return GRAMMAR;
        }
        if (Lexicon.NOBODY.has(word) || !given && Drugs.has(word)) {
            return !Drugs.has(word) && (given || SURNAMES.has(word) || GIVEN_NAMES.has(word)) ? EPONYM : NOBODY;
        }
        if (!given && Lexicon.PATIENT.has(word)) {
            return PERSON;
        }
        if (!given && Lexicon.PROFESSIONAL.has(word)) {
            return TRADE;
        }
        if (!given && Lexicon.CLINICAL.has(word)) {
            return CLINICAL;
        }
        boolean ordinary = WORDS.has(word) || Lexicon.COMMON.has(word);
        if (given || GIVEN_NAMES.has(word)) {
            return ordinary ? GIVEN_OR_WORD : GIVEN;
        }
        if (SURNAMES.has(word)) {
            return ordinary ? FAMILY_OR_WORD : FAMILY;
        }
        if (ordinary) {
            return WORD;
        }
        if (COMMUNES.has(word)) {
            return PLACE;
        }
        return inOurAlphabet(word) && !derived(word) ? UNKNOWN : WORD;
    }

    /** New words are made with these ends, surnames are not: « télétransmission », « déconventionnement ». */
    private static boolean derived(String word) {
        return word.length() > 8 && (word.endsWith("tion") || word.endsWith("tions") || word.endsWith("sion")
                || word.endsWith("sions") || word.endsWith("ement")
                || word.endsWith("isme") || word.endsWith("ique")
                || word.endsWith("iques"));
    }

    /** All lists are of the Latin alphabet: of a word in another, being in none of them says nothing. */
    private static boolean inOurAlphabet(String word) {
        return word.isEmpty() || !Character.isLetter(word.codePointAt(0))
                || Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.LATIN;
    }

    boolean mayName() {
        return switch (this) {
            case GIVEN, GIVEN_OR_WORD, FAMILY, FAMILY_OR_WORD, PLACE, EPONYM, UNKNOWN -> true;
            case CLINICAL, TRADE, NOBODY, PERSON, GRAMMAR, WORD -> false;
        };
    }

    /** Population class of a municipality (0 below 2,000, 1 below 20,000, 2 above), {@link WordTable#ABSENT} if none. */
    static int commune(String name) {
        return COMMUNES.get(name);
    }
}
