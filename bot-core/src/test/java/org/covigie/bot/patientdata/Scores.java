package org.covigie.bot.patientdata;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Counts of one run over labelled texts, with Wilson 95 % intervals. */
final class Scores {

    /** Share of leaks in a clinicians' group: Meyer et al., S Afr Med J 2021;111:171. */
    private static final double FIELD = 0.033;

    private int leaks;
    private int caught;
    private int held;
    private int hard;
    private int hardAlarms;
    private int easy;
    private int easyAlarms;
    private int wronglyHeld;
    private int alone;
    private int aloneCaught;
    private int spans;
    private int touched;
    private int masked;
    private long innocent;
    private long overMasked;
    private final Map<Type, int[]> types = new EnumMap<>(Type.class);
    private final List<String> errors = new ArrayList<>();

    static Scores of(List<Labelled> texts, Function<String, Check> detector) {
        var scores = new Scores();
        for (Labelled text : texts) {
            scores.add(text, detector.apply(text.text()));
        }
        return scores;
    }

    void add(Labelled text, Check check) {
        boolean alarm = check.decision() != Decision.CLEAR;
        boolean hold = check.decision() == Decision.HOLD;
        switch (text.kind()) {
            case LEAK -> {
                leaks++;
                caught += alarm ? 1 : 0;
                held += hold ? 1 : 0;
                boolean sole = text.spans().stream().map(Labelled.Mark::type).distinct().count() == 1;
                alone += sole ? 1 : 0;
                aloneCaught += sole && alarm ? 1 : 0;
                if (!alarm) {
                    errors.add("MISS  " + text.id() + " " + line(text.text()));
                }
            }
            case HARD -> {
                hard++;
                hardAlarms += alarm ? 1 : 0;
            }
            case EASY -> {
                easy++;
                easyAlarms += alarm ? 1 : 0;
            }
        }
        if (!text.leaks() && alarm) {
            wronglyHeld += hold ? 1 : 0;
            errors.add((hold ? "HOLD  " : "HINT  ") + text.id() + " " + line(text.text()) + quoted(text, check));
        }
        boolean[] hidden = new boolean[text.text().length()];
        for (Finding finding : check.findings()) {
            java.util.Arrays.fill(hidden, finding.start(), finding.end(), true);
        }
        boolean[] marked = new boolean[hidden.length];
        for (Labelled.Mark mark : text.spans()) {
            addSpan(text, check, hidden, marked, mark);
        }
        for (int i = 0; i < hidden.length; i++) {
            innocent += marked[i] ? 0 : 1;
            overMasked += hidden[i] && !marked[i] ? 1 : 0;
        }
    }

    private void addSpan(Labelled text, Check check, boolean[] hidden, boolean[] marked, Labelled.Mark mark) {
        int covered = 0;
        for (int i = mark.start(); i < mark.end(); i++) {
            marked[i] = true;
            covered += hidden[i] ? 1 : 0;
        }
        int[] counts = types.computeIfAbsent(mark.type(), _ -> new int[3]);
        counts[0]++;
        spans++;
        boolean whole = covered == mark.end() - mark.start();
        counts[1] += covered > 0 ? 1 : 0;
        counts[2] += whole ? 1 : 0;
        touched += covered > 0 ? 1 : 0;
        masked += whole ? 1 : 0;
        if (!whole && check.decision() != Decision.CLEAR) {
            errors.add("PART  " + text.id() + " " + mark.type() + " «" + text.text().substring(mark.start(), mark.end())
                    + "» " + line(text.text()) + quoted(text, check));
        }
    }

    private static String quoted(Labelled text, Check check) {
        var quoted = new StringBuilder();
        for (Finding finding : check.findings()) {
            quoted.append(String.format(Locale.ROOT, " «%s» %s %.2f",
                    line(text.text().substring(finding.start(), finding.end())), finding.type(), finding.score()));
        }
        return quoted.toString();
    }

    private static String line(String text) {
        return text.replace("\n", " / ");
    }

    double recall() {
        return leaks == 0 ? 1 : (double) caught / leaks;
    }

    double precision() {
        int alarms = caught + hardAlarms + easyAlarms;
        return alarms == 0 ? 1 : (double) caught / alarms;
    }

    /** How many alarms in one would be right were so many messages leaks; hard negatives counted like the others. */
    private double valueAt(double prevalence) {
        double alarms = (double) (hardAlarms + easyAlarms) / Math.max(1, hard + easy);
        double right = recall() * prevalence;
        return right == 0 ? 0 : right / (right + alarms * (1 - prevalence));
    }

    List<String> errors() {
        return errors;
    }

    String table() {
        var table = new StringBuilder();
        row(table, "message recall", caught, leaks);
        row(table, "message precision", caught, caught + hardAlarms + easyAlarms);
        row(table, "hold precision", held, held + wronglyHeld);
        row(table, "leaks held", held, leaks);
        row(table, "recall, one type only", aloneCaught, alone);
        row(table, "alarms, hard negatives", hardAlarms, hard);
        row(table, "alarms, easy negatives", easyAlarms, easy);
        row(table, "spans touched", touched, spans);
        row(table, "spans fully masked", masked, spans);
        table.append(String.format(Locale.ROOT, "%-24s %.0f %%%n", "PPV at 3.3 % of leaks", 100 * valueAt(FIELD)));
        table.append(String.format(Locale.ROOT, "%-24s %.2f %%%n", "over-masking", 100.0 * overMasked / innocent));
        table.append("per type (fully masked / touched / all):");
        types.forEach((type, counts) -> table.append(' ').append(type).append(' ').append(counts[2]).append('/')
                .append(counts[1]).append('/').append(counts[0]));
        return table.append('\n').toString();
    }

    /** One line, for the tables of ablations and of robustness. */
    String summary() {
        return String.format(Locale.ROOT,
                "recall %.3f  precision %.3f  hard %d/%d  easy %d/%d  masked %d/%d  over-masking %.2f %%", recall(),
                precision(), hardAlarms, hard, easyAlarms, easy, masked, spans, 100.0 * overMasked / innocent);
    }

    private static void row(StringBuilder table, String name, int of, int all) {
        double z = 1.96;
        double p = all == 0 ? 0 : (double) of / all;
        double n = Math.max(1, all);
        double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
        double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
        table.append(String.format(Locale.ROOT, "%-24s %4d/%-4d %.3f  [%.3f, %.3f]%n", name, of, all, p,
                Math.max(0, centre - half), Math.min(1, centre + half)));
    }
}
