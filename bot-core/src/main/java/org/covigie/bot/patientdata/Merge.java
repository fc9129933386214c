package org.covigie.bot.patientdata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes one of candidates that overlap: it covers them all, is as sure as the surest, and has the type of the longest
 * (of equals, the type that says more). Names apart by a space only are one name.
 */
final class Merge {

    private static final List<Type> RANK = List.of(Type.NIR, Type.PHONE, Type.RECORD_ID, Type.BIRTH_DATE, Type.DATE,
            Type.EMAIL, Type.NAME, Type.ADDRESS, Type.INITIALS, Type.AGE_OVER_89, Type.OTHER);

    private Merge() {}

    static List<Candidate> of(String text, List<Candidate> candidates) {
        var sorted = new ArrayList<>(candidates);
        sorted.sort(Comparator.comparingInt(Candidate::start).thenComparing(Candidate::end, Comparator.reverseOrder()));
        var merged = new ArrayList<Candidate>();
        int longest = 0;
        for (Candidate candidate : sorted) {
            Candidate last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || candidate.start() >= last.end() && !oneName(text, last, candidate)) {
                merged.add(candidate);
                longest = candidate.end() - candidate.start();
                continue;
            }
            int length = candidate.end() - candidate.start();
            boolean better = length > longest
                    || length == longest && RANK.indexOf(candidate.type()) < RANK.indexOf(last.type());
            merged.set(merged.size() - 1, new Candidate(better ? candidate.type() : last.type(), last.start(),
                    Math.max(last.end(), candidate.end()), Math.max(last.score(), candidate.score())));
            longest = Math.max(longest, length);
        }
        return merged;
    }

    private static boolean oneName(String text, Candidate last, Candidate next) {
        return last.type() == Type.NAME && next.type() == Type.NAME
                && (next.start() == last.end() || next.start() == last.end() + 1 && text.charAt(last.end()) == ' ');
    }
}
