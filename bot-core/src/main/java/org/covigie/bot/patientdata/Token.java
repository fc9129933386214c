package org.covigie.bot.patientdata;

/**
 * A word, a run of digits, or one other character.
 *
 * @param start  in the folded text
 * @param end    exclusive
 * @param folded lower case, no accents
 */
record Token(int start, int end, Shape shape, String folded) {

    enum Shape {
        LOWER, CAPITAL, UPPER, MIXED, INITIAL, DIGITS, MARK
    }

    boolean isWord() {
        return shape != Shape.DIGITS && shape != Shape.MARK;
    }

    /** Begins with a capital and has more than one letter. */
    boolean isCapitalised() {
        return shape == Shape.CAPITAL || shape == Shape.UPPER || shape == Shape.MIXED;
    }

    boolean is(char mark) {
        return shape == Shape.MARK && folded.charAt(0) == mark;
    }

    static Shape shapeOf(String cased, int start, int end) {
        boolean first = Character.isUpperCase(cased.charAt(start));
        if (!first) {
            return Shape.LOWER;
        }
        if (end - start == 1) {
            return Shape.INITIAL;
        }
        int upper = 1;
        for (int i = start + 1; i < end; i++) {
            if (Character.isUpperCase(cased.charAt(i))) {
                upper++;
            }
        }
        if (upper == end - start) {
            return Shape.UPPER;
        }
        return upper == 1 ? Shape.CAPITAL : Shape.MIXED;
    }
}
