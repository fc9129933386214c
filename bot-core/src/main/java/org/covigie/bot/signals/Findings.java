package org.covigie.bot.signals;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.covigie.bot.patientdata.Type;
import org.covigie.bot.screening.Doubt;
import org.covigie.bot.screening.MaskedFinding;

/** Findings and doubts as they lie in the database: {@code TYPE start end} and {@code TYPE print}, separated by commas. */
final class Findings {
    private Findings() {}

    static String write(List<MaskedFinding> findings) {
        return String.join(",", findings.stream().map(f -> f.type() + " " + f.start() + " " + f.end()).toList());
    }

    static List<MaskedFinding> read(String findings) {
        return split(findings, parts -> new MaskedFinding(Type.valueOf(parts[0]), Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2])));
    }

    static String writeDoubts(List<Doubt> doubts) {
        return String.join(",", doubts.stream().map(doubt -> doubt.type() + " " + doubt.print()).toList());
    }

    static List<Doubt> doubts(String doubts) {
        return split(doubts, parts -> new Doubt(Type.valueOf(parts[0]), parts[1]));
    }

    private static <T> List<T> split(String all, Function<String[], T> one) {
        return all.isEmpty()
                ? List.of()
                : Arrays.stream(all.split(",", -1)).map(each -> one.apply(each.split(" ", -1))).toList();
    }
}
