package org.covigie.bot.patientdata;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates as people write them in French and English. British and French order: the day comes first. */
final class Dates {

    private static final Map<String, Integer> MONTHS = Map.ofEntries(Map.entry("jan", 1), Map.entry("fev", 2),
            Map.entry("feb", 2), Map.entry("mar", 3), Map.entry("avr", 4), Map.entry("apr", 4), Map.entry("mai", 5),
            Map.entry("may", 5), Map.entry("juin", 6), Map.entry("jun", 6), Map.entry("juil", 7), Map.entry("jul", 7),
            Map.entry("aou", 8), Map.entry("aug", 8), Map.entry("sep", 9), Map.entry("oct", 10), Map.entry("nov", 11),
            Map.entry("dec", 12));
    private static final String MONTH = "(janvier|january|janv|jan|fevrier|february|fevr|fev|feb|mars|march|mar|avril"
            + "|april|avr|apr|mai|may|juin|june|jun|juillet|july|juil|jul|aout|august|aug|septembre|september|sept|sep"
            + "|octobre|october|oct|novembre|november|nov|decembre|december|dec)";
    private static final Pattern NUMERIC = Pattern.compile(
            "(?<![\\p{L}0-9/.,-])([0-9]{1,2})( ?)([/.-])\\2([0-9]{1,2})\\2\\3\\2([0-9]{4}|[0-9]{2})(?![0-9]|[/.-][0-9])");
    private static final Pattern SPACED = Pattern
            .compile("(?<![\\p{L}0-9/.,-])([0-9]{1,2}) ([0-9]{1,2}) ([0-9]{4})(?! ?[0-9])");
    private static final Pattern COMPACT = Pattern.compile("(?<![\\p{L}0-9])([0-9]{2})([0-9]{2})([0-9]{4})(?![0-9])");
    private static final Pattern ISO = Pattern
            .compile("(?<![\\p{L}0-9-])([0-9]{4})([/-])([0-9]{1,2})\\2([0-9]{1,2})(?![0-9])");
    private static final Pattern WORDS = Pattern
            .compile(
                    "(?<![\\p{L}0-9])(?:[0-9]{1,2}(?:er)? ?(?:au|et|-) ?)?([0-9]{1,2})(?:er|st|nd|rd|th)?[ -]{0,2}(?:of |de )?"
                            + MONTH
                            + "(?!\\p{L})\\.?(?:[ ,-]{1,2}([0-9]{4}(?![0-9])|'?[0-9]{2}(?=\\s{0,2}(?:$|[,.;)\\n\"])| (?:a|est|qui|ne) )))?");
    private static final Pattern ENGLISH = Pattern.compile(
            "(?<!\\p{L})" + MONTH + "(?!\\p{L})\\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})(?![0-9])");
    private static final Pattern MONTH_YEAR = Pattern
            .compile("(?<!\\p{L})" + MONTH + "(?!\\p{L})\\.? ([0-9]{4})(?![0-9])");

    /** How exact a date is, and whether its shape alone shows that it is one. */
    enum Kind {
        FULL, DAY_AND_MONTH, MONTH_AND_YEAR, AMBIGUOUS
    }

    /** Offsets of the folded text; {@code day} is the first possible day, its year meaningless without a year. */
    record Written(int start, int end, Kind kind, LocalDate day) {}

    private final LocalDate today;

    Dates(LocalDate today) {
        this.today = today;
    }

    List<Written> in(String text) {
        var found = new ArrayList<Written>();
        collect(found, NUMERIC.matcher(text), Kind.FULL, 1, 4, 5);
        collect(found, ISO.matcher(text), Kind.FULL, 4, 3, 1);
        collect(found, WORDS.matcher(text), Kind.FULL, 1, 2, 3);
        collect(found, ENGLISH.matcher(text), Kind.FULL, 2, 1, 3);
        collect(found, MONTH_YEAR.matcher(text), Kind.MONTH_AND_YEAR, 0, 1, 2);
        collect(found, SPACED.matcher(text), Kind.AMBIGUOUS, 1, 2, 3);
        collect(found, COMPACT.matcher(text), Kind.AMBIGUOUS, 1, 2, 3);
        return found;
    }

    private void collect(List<Written> found, Matcher matcher, Kind kind, int dayGroup, int monthGroup, int yearGroup) {
        while (matcher.find()) {
            String writtenYear = matcher.group(yearGroup);
            int day = dayGroup == 0 ? 1 : Integer.parseInt(matcher.group(dayGroup));
            int month = month(matcher.group(monthGroup));
            int year = writtenYear == null ? 2000 : year(writtenYear);
            if (year < 1900 || year > 2099) {
                continue;
            }
            try {
                found.add(new Written(matcher.start(), matcher.end(),
                        writtenYear == null ? Kind.DAY_AND_MONTH : kind, LocalDate.of(year, month, day)));
            } catch (DateTimeException e) {
                // 31/02 and the like: a number, not a date
            }
        }
    }

    private static int month(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Integer.parseInt(written);
        }
        for (int length = Math.min(4, written.length()); length >= 3; length--) {
            Integer month = MONTHS.get(written.substring(0, length));
            if (month != null) {
                return month;
            }
        }
        return 0;
    }

    /** Two digits mean the latest such year that has begun. */
    private int year(String written) {
        String digits = written.replace("'", "");
        int year = Integer.parseInt(digits);
        if (digits.length() > 2) {
            return year;
        }
        int century = today.getYear() / 100 * 100;
        return century + year > today.getYear() ? century - 100 + year : century + year;
    }
}
