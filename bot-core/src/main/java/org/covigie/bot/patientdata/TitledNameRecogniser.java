package org.covigie.bot.patientdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names after a civil title. The title stays readable; a doctor's title, a teaching letter or a trade is no patient. */
final class TitledNameRecogniser implements Recogniser {

    private static final Set<String> LONG = Set.of("monsieur", "madame", "mademoiselle", "mister");
    private static final Set<String> SHORT = Set.of("mme", "mlle", "melle", "mr", "mrs", "mmes");
    /** Also something else (multiple sclerosis, a verb, a millimetre): only before a capital. */
    private static final Set<String> DOUBTFUL = Set.of("ms", "miss", "mm");
    private static final Set<String> MAIDEN = Set.of("nee", "epouse", "ep", "veuve", "vve");
    private static final Set<String> PLACEHOLDERS = Set.of("x", "y", "z", "xx", "xxx", "yy", "zz", "xy", "untel",
            "unetelle", "machin", "truc", "bidule", "lambda", "doe", "michu");
    private static final Set<String> OFFICES = Set.of("dr", "docteur", "docteure", "pr", "professeur", "professeure");

    private static final Pattern ADJECTIVE = Pattern
            .compile(".*(?:ique|iques|eux|euse|isee?|able|ible|ative?|ite|ale)");
    private static final Pattern GENUS = Pattern
            .compile("(?:genitalium|hominis|pneumoniae|tuberculosis|avium|bovis|leprae|catarrhalis|morganii|furfur"
                    + "|kansasii|abscessus|chelonae|marinum|africanum|ulcerans|xenopi|canis|gordonae|piperita)");

    @Override
    public List<Candidate> find(Message message) {
        var found = new ArrayList<Candidate>();
        for (int i = 0; i < message.size(); i++) {
            int name = afterTitle(message, i);
            if (name > i && name < message.size()) {
                add(message, i, name, found);
            }
        }
        return found;
    }

    /** Index after the title and its point, or {@code at} when there is none here. */
    static int afterTitle(Message message, int at) {
        Token token = message.token(at);
        String word = token.folded();
        boolean point = at + 1 < message.size() && message.token(at + 1).is('.') && message.spaced(at, 0);
        int after = afterMarkup(message, point ? at + 2 : at + 1);
        if (after >= message.size() || message.token(after).start() - message.token(after - 1).end() > 2) {
            return at;
        }
        Token next = message.token(after);
        if (word.equals("m")) {
            boolean follows = next.isWord() && (point || token.shape() == Token.Shape.INITIAL && next.isCapitalised());
            return follows && !measure(message, at) ? after : at;
        }
        if (DOUBTFUL.contains(word)) {
            return next.isCapitalised() && token.shape() == Token.Shape.CAPITAL ? after : at;
        }
        return LONG.contains(word) || SHORT.contains(word) ? after : at;
    }

    /** Bold and italics stand between: « *Mme* _Untel_ ». */
    private static int afterMarkup(Message message, int at) {
        int after = at;
        while (after - at < 4 && after < message.size()
                && (message.token(after).is('*') || message.token(after).is('_') || message.token(after).is('~')
                        || message.token(after).is(Shadow.SMILE))) {
            after++;
        }
        return after;
    }

    static boolean isTitleAt(Message message, int at) {
        int title = at;
        for (int skipped = 0; skipped < 5 && title > 0 && message.token(title).shape() == Token.Shape.MARK; skipped++) {
            title--;
        }
        return title >= 0 && title < message.size() && afterTitle(message, title) == at + 1;
    }

    /** « Mme D. Legrand »: the initial belongs to the name, unless the point ended the sentence. */
    private static int afterInitial(Message message, int name) {
        boolean initial = message.token(name).shape() == Token.Shape.INITIAL && name + 2 < message.size()
                && message.token(name + 1).is('.');
        if (!initial) {
            return name;
        }
        String next = message.word(name + 2);
        return Lexicon.COMMON.has(next) || Lexicon.CLINICAL.has(next) || !message.spaced(name + 1, 1)
                || afterTitle(message, name + 2) > name + 2 ? name : name + 2;
    }

    /** « Monsieur le Président », « Madame la directrice » */
    private static boolean office(Message message, int name) {
        return Set.of("le", "la", "l").contains(message.word(name))
                && (Lexicon.PROFESSIONAL.has(message.word(name + 1)) || Lexicon.COMMON.has(message.word(name + 1))
                        || message.vocabulary(name + 1) == Vocabulary.WORD
                                && message.token(name).shape() == Token.Shape.LOWER);
    }

    /** « 3 M », « 10 m. » */
    private static boolean measure(Message message, int at) {
        return at > 0 && message.token(at - 1).shape() == Token.Shape.DIGITS;
    }

    private static void add(Message message, int title, int name, List<Candidate> found) {
        String first = message.word(name);
        boolean shouted = message.sentence(name).shouted();
        if (PLACEHOLDERS.contains(first) || OFFICES.contains(first)
                || OFFICES.contains(message.word(name + 1)) && first.length() <= 2) {
            return;
        }
        int end = shouted ? name : NameReader.capitalised(message, afterInitial(message, name));
        end = end == afterInitial(message, name) ? name : end;
        boolean lower = end == name;
        if (lower) {
            end = NameReader.lower(message, name);
        }
        if (end == name || Roles.professional(message, title - 1, end)
                || Context.quotedExample(message, message.token(name).start())) {
            return;
        }
        String last = message.word(end - 1);
        if (office(message, name) || lower && isGenus(message, title, first)
                || Lexicon.PROFESSIONAL.has(first) && end == name + 1
                || lower && Lexicon.PROFESSIONAL.has(last)) {
            return;
        }
        double score = lower ? lowerScore(message, title, first) : 0.88;
        found.add(candidate(message, name, end, score));
        maiden(message, end, found);
    }

    private static void maiden(Message message, int end, List<Candidate> found) {
        if (MAIDEN.contains(message.word(end))) {
            int after = NameReader.capitalised(message, end + 1);
            if (after > end + 1) {
                found.add(candidate(message, end + 1, after, 0.85));
            }
        }
    }

    private static double lowerScore(Message message, int title, String name) {
        boolean adjective = ADJECTIVE.matcher(name).matches();
        if (LONG.contains(message.word(title)) && adjective) {
            return 0.30;
        }
        return 0.82;
    }

    /** « M. genitalium » is a germ. */
    private static boolean isGenus(Message message, int title, String name) {
        return message.word(title).equals("m") && GENUS.matcher(name).matches();
    }

    private static Candidate candidate(Message message, int from, int to, double score) {
        return new Candidate(Type.NAME, message.token(from).start(), message.token(to - 1).end(), score);
    }
}
