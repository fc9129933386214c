package org.covigie.bot.register;

/** What stands for a signal where there is no room for its text. */
public final class FirstWords {
    private static final int LENGTH = 80;

    private FirstWords() {}

    /** The first words on one line, cut at a word where possible; {@value #LENGTH} characters and an ellipsis at most. */
    public static String of(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LENGTH) {
            return line;
        }
        int end = line.lastIndexOf(' ', LENGTH);
        int cut = end > LENGTH / 2 ? end : LENGTH;
        return line.substring(0, Character.isHighSurrogate(line.charAt(cut - 1)) ? cut - 1 : cut) + "…";
    }
}
