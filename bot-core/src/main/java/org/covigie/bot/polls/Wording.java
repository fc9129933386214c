package org.covigie.bot.polls;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Quote;

/**
 * What an animator typed after the command, read as a poll: {@code [anonyme] [multiple] Question | A | B…}. The limits are those
 * of core.telegram.org/bots/api#sendpoll, in characters.
 */
sealed interface Wording {
    int MOST_OPTIONS = 12;
    int LONGEST_QUESTION = 300;
    int LONGEST_OPTION = 100;

    Set<String> ANONYMOUS = Set.of("anonyme", "anonymous");
    Set<String> SEVERAL = Set.of("multiple", "several");

    /** It can be asked. */
    record Good(Ballot ballot, boolean anonymous, boolean several) implements Wording {}

    /** It cannot, and this says what to correct. */
    record Wrong(Line why) implements Wording {}

    static Wording read(String typed) {
        String rest = typed.strip();
        boolean anonymous = false;
        boolean several = false;
        while (true) {
            String[] first = rest.split("\\s+", 2);
            String word = folded(first[0]);
            if (first.length < 2 || !(ANONYMOUS.contains(word) || SEVERAL.contains(word))) {
                break;
            }
            anonymous |= ANONYMOUS.contains(word);
            several |= SEVERAL.contains(word);
            rest = first[1];
        }
        List<String> parts = parts(rest);
        if (parts.size() < 3) {
            return wrong(typed, Line.of("polls.how"));
        }
        Ballot ballot = new Ballot(parts.getFirst(), List.copyOf(parts.subList(1, parts.size())));
        return wrongIn(ballot, typed, new Good(ballot, anonymous, several));
    }

    private static Wording wrongIn(Ballot ballot, String typed, Good good) {
        if (length(ballot.question()) > LONGEST_QUESTION) {
            return wrong(typed, Line.of("polls.wrong.question", length(ballot.question()), LONGEST_QUESTION));
        }
        if (ballot.options().size() > MOST_OPTIONS) {
            return wrong(typed, Line.of("polls.wrong.options", ballot.options().size(), MOST_OPTIONS));
        }
        Set<String> seen = new HashSet<>();
        for (String option : ballot.options()) {
            if (length(option) > LONGEST_OPTION) {
                return wrong(typed, Line.of("polls.wrong.option", new Quote(option), length(option), LONGEST_OPTION));
            }
            if (!seen.add(folded(option))) {
                return wrong(typed, Line.of("polls.wrong.twice", new Quote(option)));
            }
        }
        return good;
    }

    /** What was typed comes back with the sentence: nobody has to write it anew. */
    private static Wording wrong(String typed, Line why) {
        return new Wrong(typed.isBlank() ? why : why.then("polls.wrong.typed", new Quote("/sondage " + typed)));
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(text.indexOf('|') >= 0 ? "\\|" : "\\R", -1)) {
            String clean = part.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
            if (!clean.isEmpty()) {
                parts.add(clean);
            }
        }
        return parts;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String folded(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
    }
}
