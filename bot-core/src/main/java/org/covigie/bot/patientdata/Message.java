package org.covigie.bot.patientdata;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A folded text, cut into tokens once and into sentences; what every recogniser reads. */
final class Message {

    /** A point after one of these ends no sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of("mme", "mlle", "mr", "mrs", "ms", "dr", "pr", "st", "ste",
            "av", "bd", "bld", "tel", "no", "num", "prof", "ep", "dos", "cf", "env", "al", "rdv", "ch", "appt");

    private static final Set<String> AGE_UNITS = Set.of("ans", "an", "mois", "a", "yo", "years", "year", "months", "m",
            "f");

    private final Shadow shadow;
    private final List<Token> tokens = new ArrayList<>();
    private final int[] sentences;
    private final List<Sentence> bounds = new ArrayList<>();
    private final @Nullable Vocabulary[] vocabulary;
    private boolean digits;
    private boolean initials;
    private @Nullable Scene scene;
    private @Nullable List<Dates.Written> dates;

    /** Token indices, end exclusive; {@code shouted}: mostly capitals, so that a capital says nothing. */
    record Sentence(int start, int end, boolean shouted) {}

    /**
     * What the whole message speaks of.
     *
     * @param care  words of care, three at most
     * @param trade words of the trade, three at most
     * @param age   somebody's age is given
     * @param asks  it asks something
     */
    record Scene(int care, int trade, boolean age, boolean asks) {}

    Message(Shadow shadow) {
        this.shadow = shadow;
        tokenise();
        this.vocabulary = new @Nullable Vocabulary[tokens.size()];
        this.sentences = new int[tokens.size()];
        cut();
    }

    /** Spares the many patterns that want a digit. */
    boolean hasDigits() {
        return digits;
    }

    /** A capital alone, or two together: what initials are made of. */
    boolean hasInitials() {
        return initials;
    }

    /** The dates written in it, read once for all who ask on the same day. */
    List<Dates.Written> dates(LocalDate today) {
        List<Dates.Written> read = dates;
        if (read == null) {
            read = digits ? new Dates(today).in(text()) : List.of();
            dates = read;
        }
        return read;
    }

    String text() {
        return shadow.folded();
    }

    String cased() {
        return shadow.cased();
    }

    Shadow shadow() {
        return shadow;
    }

    int size() {
        return tokens.size();
    }

    Token token(int index) {
        return tokens.get(index);
    }

    /** The folded word or mark at this place, empty outside the text. */
    String word(int index) {
        return index < 0 || index >= tokens.size() ? "" : tokens.get(index).folded();
    }

    /** What the dictionaries know of this word; looked up once. */
    Vocabulary vocabulary(int index) {
        if (index < 0 || index >= tokens.size()) {
            return Vocabulary.GRAMMAR;
        }
        Vocabulary known = vocabulary[index];
        if (known == null) {
            known = Vocabulary.of(tokens.get(index).folded());
            vocabulary[index] = known;
        }
        return known;
    }

    Scene scene() {
        Scene seen = scene;
        if (seen == null) {
            seen = look();
            scene = seen;
        }
        return seen;
    }

    private Scene look() {
        int care = 0;
        int trade = 0;
        boolean age = false;
        boolean asks = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            care += Lexicon.CLINICAL.has(token.folded()) ? 1 : 0;
            trade += Lexicon.PROFESSIONAL.has(token.folded()) ? 1 : 0;
            asks |= token.is('?');
            age |= token.shape() == Token.Shape.DIGITS && AGE_UNITS.contains(word(i + 1));
        }
        return new Scene(Math.min(3, care), Math.min(3, trade), age, asks);
    }

    /** Spares the patterns that want one of these words. */
    boolean hasAny(Set<String> words) {
        for (Token token : tokens) {
            if (words.contains(token.folded())) {
                return true;
            }
        }
        return false;
    }

    Sentence sentence(int token) {
        return bounds.get(sentences[token]);
    }

    List<Sentence> sentences() {
        return bounds;
    }

    /** Index of the first token that ends after this offset, {@link #size()} when none does. */
    int tokenAt(int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Nothing but at most {@code most} spaces between this token and the next one. */
    boolean spaced(int token, int most) {
        if (token < 0 || token + 1 >= tokens.size()) {
            return false;
        }
        return tokens.get(token + 1).start() - tokens.get(token).end() <= most;
    }

    private void tokenise() {
        String folded = shadow.folded();
        int at = 0;
        while (at < folded.length()) {
            char c = folded.charAt(at);
            int end = at + 1;
            if (Character.isLetter(c)) {
                while (end < folded.length() && Character.isLetter(folded.charAt(end))) {
                    end++;
                }
                Token.Shape shape = Token.shapeOf(shadow.cased(), at, end);
                initials |= shape == Token.Shape.INITIAL || shape == Token.Shape.UPPER && end - at == 2;
                add(at, end, shape);
            } else if (isDigit(c)) {
                while (end < folded.length() && isDigit(folded.charAt(end))) {
                    end++;
                }
                add(at, end, Token.Shape.DIGITS);
                digits = true;
            } else if (c != ' ' && c != '\t') {
                add(at, end, Token.Shape.MARK);
            }
            at = end;
        }
    }

    private void add(int start, int end, Token.Shape shape) {
        tokens.add(new Token(start, end, shape, shadow.folded().substring(start, end)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void cut() {
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            sentences[i] = bounds.size();
            if (endsSentence(i) || i + 1 == tokens.size()) {
                bounds.add(new Sentence(start, i + 1, shouted(start, i + 1)));
                start = i + 1;
            }
        }
    }

    private boolean endsSentence(int i) {
        Token token = tokens.get(i);
        if (token.is('\n')) {
            return true;
        }
        boolean spaceAfter = i + 1 == tokens.size() || !spaced(i, 0);
        if (token.is('!') || token.is('?')) {
            return true;
        }
        if (!token.is('.') || !spaceAfter || i == 0) {
            return false;
        }
        Token before = tokens.get(i - 1);
        return !(before.isWord() && (before.end() - before.start() == 1 || ABBREVIATIONS.contains(before.folded())));
    }

    private boolean shouted(int start, int end) {
        int upper = 0;
        int words = 0;
        for (int i = start; i < end; i++) {
            Token token = tokens.get(i);
            if (token.isWord() && token.end() - token.start() > 1) {
                words++;
                upper += token.shape() == Token.Shape.UPPER ? 1 : 0;
            }
        }
        return words >= 4 && upper * 10 >= words * 7;
    }
}
