package org.covigie.bot.patientdata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Looks at a text again as long as something is found: masking may lay bare what stood beside. Hardly any message is
 * looked at a third time. A hostile one gives away one piece a look and would be read as often as it has pieces, so
 * that after {@value #NARROW} looks each piece takes its surroundings with it, twice as much every time: a text
 * of n characters is read some {@value #NARROW} + log n times, and nothing is left to be found in it.
 */
final class Looks {

    static final int NARROW = 4;

    private Looks() {}

    /**
     * @param look what is found in a text in which the earlier findings are masked: sorted, apart
     * @return all findings, sorted and apart
     */
    static List<Finding> at(Shadow text, Function<Shadow, List<Candidate>> look) {
        var findings = new ArrayList<Finding>();
        Shadow shadow = text;
        long around = 0;
        List<Candidate> found = look.apply(shadow);
        for (int looks = 1; !found.isEmpty(); looks++) {
            List<Candidate> hidden = around == 0 ? found : widened(found, around, shadow.folded().length());
            for (Candidate candidate : hidden) {
                findings.add(shadow.finding(candidate));
            }
            shadow = shadow.hiding(hidden);
            around = looks < NARROW ? 0 : Math.max(1, around * 2);
            found = look.apply(shadow);
        }
        return apart(findings);
    }

    private static List<Candidate> widened(List<Candidate> found, long around, int length) {
        var wide = new ArrayList<Candidate>();
        for (Candidate piece : found) {
            int start = (int) Math.max(0, piece.start() - around);
            int end = (int) Math.min(length, piece.end() + around);
            Candidate last = wide.isEmpty() ? null : wide.getLast();
            if (last == null || start >= last.end()) {
                wide.add(new Candidate(piece.type(), start, end, piece.score()));
            } else {
                wide.set(wide.size() - 1, new Candidate(last.type(), last.start(), end,
                        Math.max(last.score(), piece.score())));
            }
        }
        return wide;
    }

    /** A later look may reach across an earlier finding, and a ligature may end one and begin the next. */
    static List<Finding> apart(List<Finding> findings) {
        findings.sort(Comparator.comparingInt(Finding::start));
        var apart = new ArrayList<Finding>();
        for (Finding next : findings) {
            Finding last = apart.isEmpty() ? null : apart.getLast();
            if (last == null || next.start() >= last.end()) {
                apart.add(next);
            } else {
                apart.set(apart.size() - 1, new Finding(last.type(), last.start(), Math.max(last.end(), next.end()),
                        Math.max(last.score(), next.score())));
            }
        }
        return apart;
    }
}
