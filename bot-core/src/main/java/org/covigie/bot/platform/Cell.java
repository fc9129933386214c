package org.covigie.bot.platform;

/** A cell of a table that people open in a spreadsheet. */
public final class Cell {
    /** What makes a spreadsheet calculate (owasp.org/www-community/attacks/CSV_Injection), full-width forms included. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private Cell() {}

    /** The same, after an apostrophe where a spreadsheet would calculate it. */
    public static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
