package org.covigie.bot.patientdata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Says how likely a candidate is a patient's rather than a professional's or nobody's: a logistic model over
 * {@link RoleFeatures}. Its weights are the resource {@code role-weights.txt}, made by the training program of this
 * package's tests.
 */
final class RoleScorer {

    /** What the model judges; everything else is for rules and validators. */
    static final Set<Type> JUDGED = EnumSet.of(Type.NAME, Type.PHONE, Type.EMAIL, Type.ADDRESS);

    private static final String RESOURCE = "role-weights.txt";

    /** Where the nearest word is of the trade, never more than a hint. */
    private static final double BESIDE_TRADE = 0.70;
    /**
     * A number or a mail box that nothing claims for the trade is worth a hint from this probability on. A
     * higher one lets the middle of a long run of numbers pass and finds its ends only, look after look.
     */
    private static final double OWNERLESS = 0.02;
    /** Its rule has read whose it is: « rappeler au … », « sa fille … ». */
    private static final double OWNED = 0.85;
    private static final double OWNED_FROM = 0.20;
    private static final double TITLED_CLEAR = 0.15;
    private static final double TITLED_DOUBT = 0.60;

    private final Weights weights;
    private final Set<Part> without;

    RoleScorer(Set<Part> without) {
        this(Weights.load(RESOURCE), without);
    }

    RoleScorer(Weights weights, Set<Part> without) {
        this.weights = weights;
        this.without = without;
    }

    Candidate judged(Message message, Candidate candidate, int candidates) {
        double probability = probability(message, candidate, candidates);
        if (candidate.type() == Type.NAME && candidate.score() > 0) {
            return candidate.scored(titled(candidate.score(), probability));
        }
        double score = scale(candidate.type(), probability);
        if (candidate.type() == Type.NAME) {
            return candidate.scored(score);
        }
        if (candidate.score() == 0) {
            return candidate.scored(Math.min(score, BESIDE_TRADE));
        }
        if (candidate.type() == Type.ADDRESS || probability < OWNERLESS) {
            return candidate.scored(score);
        }
        boolean owned = candidate.score() >= OWNED && probability >= OWNED_FROM;
        return candidate.scored(Math.max(score, owned ? 0.82 : Decision.HINT_FROM));
    }

    /** After « Mme » it takes more than a doubt to let a name pass. */
    private static double titled(double rule, double probability) {
        if (probability < TITLED_CLEAR) {
            return 0;
        }
        return probability < TITLED_DOUBT ? Math.min(rule, 0.60) : rule;
    }

    double probability(Message message, Candidate candidate, int candidates) {
        var sum = new Sum(candidate.type(), weights);
        RoleFeatures.of(message, candidate, candidates, without, sum);
        return 1 / (1 + Math.exp(-sum.total));
    }

    /** A feature that says something of a candidate. */
    record Weighed(String kind, String value, float weight) {}

    /** All of a candidate's features that weigh anything. */
    List<Weighed> weighed(Message message, Candidate candidate, int candidates) {
        var weighed = new ArrayList<Weighed>();
        RoleFeatures.of(message, candidate, candidates, without, (kind, value) -> {
            float weight = weights.of(key(candidate.type(), kind, value));
            if (weight != 0) {
                weighed.add(new Weighed(kind, value, weight));
            }
        });
        return weighed;
    }

    /** Puts the model's two thresholds where {@link Decision} has its own. */
    private double scale(Type type, double probability) {
        double hint = type == Type.NAME ? weights.nameHint : weights.detailHint;
        double hold = type == Type.NAME ? weights.nameHold : weights.detailHold;
        if (probability < hint) {
            return Decision.HINT_FROM * 0.99 * probability / hint;
        }
        if (probability < hold) {
            return Decision.HINT_FROM
                    + (Decision.HOLD_FROM - 0.01 - Decision.HINT_FROM) * (probability - hint) / (hold - hint);
        }
        return Decision.HOLD_FROM + 0.15 * (probability - hold) / (1 - hold);
    }

    private static final class Sum implements RoleFeatures.Sink {

        private final Type type;
        private final Weights weights;
        private double total;

        Sum(Type type, Weights weights) {
            this.type = type;
            this.weights = weights;
        }

        @Override
        public void add(String kind, String value) {
            total += weights.of(key(type, kind, value));
        }
    }

    static long key(Type type, String kind, String value) {
        long hash = (31L * type.ordinal() + kind.hashCode()) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 32;
        return (hash + value.hashCode()) * 0xD6E8FEB86659FD93L | 1;
    }

    /** Weights by feature, in an open table; a feature without one weighs nothing. */
    static final class Weights {

        private final long[] keys;
        private final float[] values;
        private final int mask;
        private final double nameHint;
        private final double nameHold;
        private final double detailHint;
        private final double detailHold;

        /** Lines of four fields apart by tabs: type, kind, value, weight; the first line has the thresholds. */
        Weights(List<String> lines) {
            String[] head = lines.getFirst().split("\t");
            this.nameHint = Double.parseDouble(head[1]);
            this.nameHold = Double.parseDouble(head[2]);
            this.detailHint = Double.parseDouble(head[3]);
            this.detailHold = Double.parseDouble(head[4]);
            int size = Integer.highestOneBit(Math.max(16, lines.size())) << 2;
            this.keys = new long[size];
            this.values = new float[size];
            this.mask = size - 1;
            for (String line : lines.subList(1, lines.size())) {
                String[] fields = line.split("\t", -1);
                put(key(Type.valueOf(fields[0]), fields[1], fields[2]), Float.parseFloat(fields[3]));
            }
        }

        static Weights load(String name) {
            try (InputStream in = Objects.requireNonNull(RoleScorer.class.getResourceAsStream(name), name)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return new Weights(Arrays.stream(text.split("\n")).filter(line -> !line.startsWith("#")).toList());
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        }

        float of(long key) {
            for (int at = (int) (key >>> 32) & mask; keys[at] != 0; at = at + 1 & mask) {
                if (keys[at] == key) {
                    return values[at];
                }
            }
            return 0;
        }

        private void put(long key, float value) {
            int at = (int) (key >>> 32) & mask;
            while (keys[at] != 0) {
                at = at + 1 & mask;
            }
            keys[at] = key;
            values[at] = value;
        }
    }
}
