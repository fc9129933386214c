package org.covigie.bot.patientdata;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/**
 * Prints how well the detector does. Not part of the build (its name does not end in Test):
 * {@code mvn -pl bot-core test -Dtest=PatientDataReport}. It measures the texts held out, and says what each text by
 * hand scores by weights that have not seen it. {@code -Dpatientdata.texts=FILE} measures another file,
 * {@code -Dpatientdata.errors=true} shows each error: texts whose errors were read are spent, learn from them.
 */
class PatientDataReport {

    static final String HELD_OUT = "texts-held-out.txt";

    private static final Map<String, UnaryOperator<Labelled>> DISGUISES = new TreeMap<>(Map.of("lower case",
            Disguise::lower, "upper case", Disguise::upper, "no accents", Disguise::withoutAccents,
            "one typo a name", Disguise::mistyped, "emoji inside", Disguise::withEmoji));

    @Test
    void print() {
        System.out.println(report(System.getProperty("patientdata.texts"), Boolean.getBoolean("patientdata.errors")));
    }

    static String report(@Nullable String file, boolean errors) {
        List<Labelled> texts = file == null ? Labelled.resource(HELD_OUT) : Labelled.file(Path.of(file));
        var report = new StringBuilder("== ").append(file == null ? HELD_OUT : file).append('\n');
        Scores scores = Scores.of(texts, Found.PATIENT_DATA::check);
        report.append(scores.table()).append('\n');
        for (String language : List.of("fr", "en")) {
            line(report, language, Scores.of(texts.stream().filter(text -> text.language().equals(language)).toList(),
                    Found.PATIENT_DATA::check));
        }
        for (Part part : List.of(Part.LEXICON, Part.CONTEXT, Part.AGGREGATOR)) {
            Set<Part> without = Set.of(part);
            PatientData detector = new PatientData(Found.CLOCK, new RoleScorer(without), without);
            line(report, "without " + part.name().toLowerCase(Locale.ROOT), Scores.of(texts, detector::check));
        }
        members(texts, report);
        DISGUISES.forEach((name, disguise) -> line(report, name,
                Scores.of(texts.stream().map(disguise).toList(), Found.PATIENT_DATA::check)));
        report.append(time(texts));
        if (file == null) {
            learnt(report);
        }
        return report + (errors ? String.join("\n", scores.errors()) : "");
    }

    /** What the texts learnt from score by weights that have not seen them. */
    private static void learnt(StringBuilder report) {
        report.append("\n== texts learnt from, five-fold\n")
                .append(RoleTraining.crossValidated(TrainingTexts.BY_HAND).table());
        for (String file : TrainingTexts.BY_HAND) {
            line(report, file, RoleTraining.crossValidated(List.of(file)));
        }
    }

    /**
     * As if every first name of the texts that identify nobody were a member's, then the same group with a detector
     * that leaves it out.
     */
    private static void members(List<Labelled> texts, StringBuilder report) {
        Set<String> names = texts.stream().filter(text -> !text.leaks())
                .flatMap(text -> Arrays.stream(text.text().split("[^\\p{L}]+")))
                .filter(word -> Lexicon.FIRST_NAMES.has(Shadow.of(word).folded()))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
        var group = new GroupContext(names, Set.of(), Set.of());
        var without = new PatientData(Found.CLOCK, new RoleScorer(Set.of()), Set.of(Part.MEMBERS));
        line(report, "members known", Scores.of(texts, text -> Found.PATIENT_DATA.check(text, group)));
        line(report, "without members", Scores.of(texts, text -> without.check(text, group)));
    }

    private static void line(StringBuilder report, String name, Scores scores) {
        report.append(String.format(Locale.ROOT, "%-20s %s%n", name, scores.summary()));
    }

    /** Time of the processor, not of the clock. A plain loop and no benchmark: no warm-up apart, no second run. */
    private static String time(List<Labelled> texts) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long[] times = new long[texts.size() * 20];
        int at = 0;
        for (int round = 0; round < 60; round++) {
            for (Labelled text : texts) {
                long start = clock.getCurrentThreadCpuTime();
                Found.PATIENT_DATA.check(text.text());
                long taken = clock.getCurrentThreadCpuTime() - start;
                if (round >= 40) {
                    times[at++] = taken;
                }
            }
        }
        Arrays.sort(times);
        return String.format(Locale.ROOT,
                "time a message: p50 %d µs, p99 %d µs (a plain loop; deploy/load has the benchmark)%n",
                times[at / 2] / 1000, times[(int) (at * 0.99)] / 1000);
    }

    static void main(String[] arguments) {
        System.out.println(report(arguments.length > 0 ? arguments[0] : null, arguments.length > 1));
    }
}
