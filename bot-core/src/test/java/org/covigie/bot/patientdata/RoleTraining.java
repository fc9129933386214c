package org.covigie.bot.patientdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Trains the role scorer on {@link TrainingTexts}: logistic regression by stochastic gradient with a step per feature
 * (AdaGrad), an L2 penalty, small weights dropped. Seeded, so that the same texts give the same weights. To write them
 * to the resource: {@code mvn -pl bot-core test -Dtest=RoleTrainingTest -Dpatientdata.train=true}.
 */
final class RoleTraining {

    static final Path RESOURCE = Path.of("src/main/resources/org/covigie/bot/patientdata/role-weights.txt");

    private static final int FOLDS = 5;
    private static final int ROUNDS = 8;
    private static final double STEP = 0.08;
    private static final double PENALTY = 2e-3;
    private static final double SMALLEST = 0.015;
    /** A text by hand counts as much as so many made ones. */
    private static final double BY_HAND = 3;
    private static final int RAREST = 2;
    private static final String THRESHOLDS = "thresholds\t0.59\t0.87\t0.55\t0.87";

    /** A candidate of a text as its features, and whether it is to be masked. */
    record Example(int origin, Type type, int[] features, boolean positive, double weight) {}

    private final List<Recogniser> proposers = PatientData.proposers();
    private final Map<String, Integer> index = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Integer> seen = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();

    RoleTraining(List<TrainingTexts.Origin> texts) {
        for (TrainingTexts.Origin text : texts) {
            add(text);
        }
    }

    private void add(TrainingTexts.Origin origin) {
        Labelled text = origin.text();
        var message = new Message(Shadow.of(text.text()));
        List<Candidate> candidates = PatientData.proposed(message, proposers);
        int count = (int) candidates.stream().filter(candidate -> candidate.type() == Type.NAME).count();
        for (Candidate candidate : candidates) {
            Finding place = message.shadow().finding(candidate);
            boolean positive = text.spans().stream()
                    .anyMatch(mark -> mark.overlaps(place.start(), place.end()) && comparable(mark, candidate.type()));
            var features = new ArrayList<Integer>();
            RoleFeatures.of(message, candidate, count, Set.of(), (kind, value) -> {
                String name = candidate.type() + "\t" + kind + "\t" + value;
                Integer known = index.get(name);
                if (known == null) {
                    known = names.size();
                    index.put(name, known);
                    names.add(name);
                    seen.add(0);
                }
                seen.set(known, seen.get(known) + 1);
                features.add(known);
            });
            examples.add(new Example(origin.origin(), candidate.type(),
                    features.stream().distinct().mapToInt(Integer::intValue).toArray(), positive,
                    origin.byHand() ? BY_HAND : 1));
        }
    }

    /** A name inside an address is to be hidden too, a way of the same text is none. */
    private static boolean comparable(Labelled.Mark mark, Type type) {
        return mark.type() == type || type == Type.NAME && mark.type() != Type.BIRTH_DATE && mark.type() != Type.DATE;
    }

    /** Lines of the resource, from the examples whose origin is allowed. */
    List<String> train(IntPredicate allowed) {
        double[] weights = new double[names.size()];
        double[] squares = new double[names.size()];
        var order = new ArrayList<>(examples.stream().filter(example -> allowed.test(example.origin())).toList());
        var random = new Random(7);
        double[] sum = new double[weights.length];
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (Example example : order) {
                step(example, weights, squares);
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] += round >= ROUNDS / 2 ? weights[i] : 0;
            }
        }
        // the mean of the later rounds: the last one alone leans towards the texts it saw last
        for (int i = 0; i < sum.length; i++) {
            weights[i] = sum[i] / (ROUNDS - ROUNDS / 2);
        }
        var lines = new TreeMap<String, String>();
        for (int i = 0; i < weights.length; i++) {
            if (seen.get(i) >= RAREST && Math.abs(weights[i]) >= SMALLEST) {
                lines.put(names.get(i), String.format(Locale.ROOT, "%.2f", weights[i]));
            }
        }
        var resource = new ArrayList<String>();
        resource.add(THRESHOLDS);
        lines.forEach((name, weight) -> resource.add(name + "\t" + weight));
        return resource;
    }

    private void step(Example example, double[] weights, double[] squares) {
        double sum = 0;
        for (int feature : example.features()) {
            sum += seen.get(feature) >= RAREST ? weights[feature] : 0;
        }
        double error = example.weight() * (1 / (1 + StrictMath.exp(-sum)) - (example.positive() ? 1 : 0));
        for (int feature : example.features()) {
            if (seen.get(feature) >= RAREST) {
                double slope = error + PENALTY * weights[feature];
                squares[feature] += slope * slope;
                weights[feature] -= STEP * slope / (1e-3 + Math.sqrt(squares[feature]));
            }
        }
    }

    /** The whole resource, head included. */
    static List<String> resource() {
        var lines = new ArrayList<String>();
        lines.add("# Weights of the role scorer, version 2: written by the training program, not by hand.");
        lines.add("# First line: thresholds (name hint, name hold, detail hint, detail hold); then type, kind, value,");
        lines.add("# weight, apart by tabs.");
        lines.addAll(new RoleTraining(new TrainingTexts().all()).train(_ -> true));
        return lines;
    }

    static void main(String[] arguments) throws IOException {
        Files.writeString(arguments.length > 0 ? Path.of(arguments[0]) : RESOURCE,
                String.join("\n", resource()) + "\n");
    }

    /**
     * Five-fold: each text by hand is judged by weights that have seen neither it nor what was made of it. The lists
     * and rules have, so this flatters a little; texts of nobody's knowledge are the only real measure.
     */
    static Scores crossValidated(List<String> files) {
        var texts = new TrainingTexts().all();
        var training = new RoleTraining(texts);
        var scores = new Scores();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            PatientData detector = detector(training.train(origin -> origin % FOLDS != left));
            texts.stream().filter(text -> text.byHand() && text.origin() % FOLDS == left)
                    .map(TrainingTexts.Origin::text)
                    .filter(text -> files.stream().anyMatch(text.id()::startsWith))
                    .forEach(text -> scores.add(text, detector.check(text.text())));
        }
        return scores;
    }

    private static PatientData detector(List<String> weights) {
        return new PatientData(Found.CLOCK, new RoleScorer(new RoleScorer.Weights(weights), Set.of()), Set.of());
    }
}
