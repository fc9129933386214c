package org.covigie.bot.patientdata;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A text as the recognisers see it, with the way back. Accents, curly quotes, odd spaces and dashes are folded;
 * characters without width are left out, because they travel unseen inside copied numbers; a mask token and an emoji
 * each become one opaque character. Case is kept in {@link #cased()} and dropped in {@link #folded()}, of equal length.
 */
final class Shadow {

    static final char OPAQUE = '\uFFFC';
    /** Any emoji: it parts words and may stand between a title and a name, where a mask may not. */
    static final char SMILE = '\u263A';

    private final String cased;
    private final String folded;
    private final int[] from;
    private final int[] upTo;

    private Shadow(String cased, int[] from, int[] upTo) {
        this.cased = cased;
        this.folded = lower(cased);
        this.from = from;
        this.upTo = upTo;
    }

    static Shadow of(String text) {
        var builder = new Builder(text.length());
        int at = 0;
        while (at < text.length()) {
            int mask = Mask.lengthAt(text, at);
            int codePoint = text.codePointAt(at);
            int end = at + (mask > 0 ? mask : Character.charCount(codePoint));
            if (mask > 0) {
                builder.add(OPAQUE, at, end);
            } else {
                builder.fold(codePoint, at, end);
            }
            at = end;
        }
        return builder.build();
    }

    String folded() {
        return folded;
    }

    String cased() {
        return cased;
    }

    Finding finding(Candidate candidate) {
        return new Finding(candidate.type(), from[candidate.start()], upTo[candidate.end() - 1], candidate.score());
    }

    /** As if these pieces, sorted and apart, had been masked in the text. */
    Shadow hiding(List<Candidate> pieces) {
        var builder = new Builder(folded.length());
        int at = 0;
        for (Candidate piece : pieces) {
            copy(builder, at, piece.start());
            builder.add(OPAQUE, from[piece.start()], upTo[piece.end() - 1]);
            at = piece.end();
        }
        copy(builder, at, folded.length());
        return builder.build();
    }

    private void copy(Builder builder, int start, int end) {
        for (int i = start; i < end; i++) {
            builder.add(cased.charAt(i), from[i], upTo[i]);
        }
    }

    private static String lower(String cased) {
        char[] chars = cased.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Character.toLowerCase(chars[i]);
        }
        return new String(chars);
    }

    /** Folds one code point; the result may be empty (no width), one character, or a few (ligatures). */
    static String fold(int codePoint) {
        return switch (codePoint) {
            case 'œ' -> "oe";
            case 'Œ' -> "OE";
            case 'æ' -> "ae";
            case 'Æ' -> "AE";
            case 'ß' -> "ss";
            case 'ø' -> "o";
            case 'Ø' -> "O";
            case 'ł' -> "l";
            case 'Ł' -> "L";
            case 'º' -> "°";
            case '№' -> "n°";
            case '\n', '\r', '\u2028', '\u2029' -> "\n";
            case '\t' -> "\t";
            case '’', '‘', 'ʼ', '`', '´', '′' -> "'";
            case '“', '”', '„', '«', '»' -> "\"";
            case '−' -> "-";
            default -> foldByKind(codePoint);
        };
    }

    private static String foldByKind(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> "";
            case Character.SPACE_SEPARATOR, Character.CONTROL -> " ";
            case Character.DASH_PUNCTUATION -> "-";
            case Character.DECIMAL_DIGIT_NUMBER -> Integer.toString(Character.digit(codePoint, 10));
            case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER -> letter(
                    codePoint);
            default -> Character.isBmpCodePoint(codePoint) && !Character.isSurrogate((char) codePoint)
                    ? Character.toString(codePoint)
                    : String.valueOf(Character.isSurrogate((char) codePoint) ? OPAQUE : SMILE);
        };
    }

    private static String letter(int codePoint) {
        String parts = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
        var letters = new StringBuilder(1);
        parts.chars().filter(Character::isLetter).forEach(c -> letters.append((char) c));
        return letters.isEmpty() ? String.valueOf(OPAQUE) : letters.toString();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Shadow[%d chars]", folded.length());
    }

    private static final class Builder {

        private final StringBuilder cased;
        private int[] from;
        private int[] upTo;

        Builder(int size) {
            cased = new StringBuilder(size);
            from = new int[size + 8];
            upTo = new int[size + 8];
        }

        void fold(int codePoint, int start, int end) {
            if (codePoint >= ' ' && codePoint < 127 && codePoint != '`') {
                add((char) codePoint, start, end);
                return;
            }
            String parts = Shadow.fold(codePoint);
            if (parts.isEmpty() && !cased.isEmpty() && Character.getType(codePoint) != Character.FORMAT) {
                // a mark belongs to the letter it stands on: a mask must not leave it behind
                upTo[cased.length() - 1] = end;
            }
            for (int i = 0; i < parts.length(); i++) {
                add(parts.charAt(i), start, end);
            }
        }

        void add(char c, int start, int end) {
            int at = cased.length();
            if (at == from.length) {
                from = Arrays.copyOf(from, at * 2);
                upTo = Arrays.copyOf(upTo, at * 2);
            }
            from[at] = start;
            upTo[at] = end;
            cased.append(c);
        }

        Shadow build() {
            return new Shadow(cased.toString(), from, upTo);
        }
    }
}
