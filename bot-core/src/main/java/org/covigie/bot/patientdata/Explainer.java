package org.covigie.bot.patientdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Asks the recognisers and the scorer once more, and writes down who said what of a finding. */
final class Explainer {

    private static final int MOST_FEATURES = 6;
    /** Kinds whose values are words of the text; of those only the kind is told. */
    private static final Set<String> WORDS = Set.of("before 1", "before 2", "before 3", "after 1", "after 2", "after 3",
            "before 2+1", "after 1+2", "around", "left", "right", "next", "last", "first word", "suffix",
            "next suffix");

    private final List<Recogniser> recognisers;
    private final List<Recogniser> proposers;
    private final RoleScorer roles;

    Explainer(List<Recogniser> recognisers, List<Recogniser> proposers, RoleScorer roles) {
        this.recognisers = recognisers;
        this.proposers = proposers;
        this.roles = roles;
    }

    List<Explanation> explain(String text, List<Finding> findings) {
        var message = new Message(Shadow.of(text));
        return findings.stream().map(finding -> explain(message, finding)).toList();
    }

    private Explanation explain(Message message, Finding finding) {
        var rules = new ArrayList<String>();
        var features = new ArrayList<String>();
        boolean enough = false;
        for (Recogniser recogniser : recognisers) {
            for (Candidate candidate : recogniser.find(message)) {
                if (touches(message, candidate, finding)) {
                    rules.add(named(recogniser, candidate.score()));
                    enough |= candidate.counts();
                }
            }
        }
        List<Candidate> proposed = PatientData.proposed(message, proposers);
        int names = (int) proposed.stream().filter(candidate -> candidate.type() == Type.NAME).count();
        for (Recogniser proposer : proposers) {
            for (Candidate candidate : proposer.find(message)) {
                if (proposed.contains(candidate) && touches(message, candidate, finding)) {
                    Candidate judged = roles.judged(message, candidate, names);
                    rules.add(named(proposer, judged.score()));
                    features.addAll(strongest(message, candidate, names));
                    enough |= judged.counts();
                }
            }
        }
        if (rules.isEmpty()) {
            rules.add("after masking");
        } else if (!enough) {
            rules.add("together");
        }
        return new Explanation(finding, rules, features);
    }

    private static boolean touches(Message message, Candidate candidate, Finding finding) {
        Finding place = message.shadow().finding(candidate);
        return place.start() < finding.end() && finding.start() < place.end();
    }

    private static String named(Recogniser recogniser, double score) {
        return String.format(Locale.ROOT, "%s %.2f",
                recogniser.getClass().getSimpleName().replaceFirst("Recogniser$", ""), score);
    }

    private List<String> strongest(Message message, Candidate candidate, int names) {
        return roles.weighed(message, candidate, names).stream()
                .sorted((one, other) -> Double.compare(Math.abs(other.weight()), Math.abs(one.weight())))
                .map(Explainer::told).distinct().limit(MOST_FEATURES).toList();
    }

    private static String told(RoleScorer.Weighed feature) {
        boolean word = WORDS.contains(feature.kind()) && feature.value().chars().anyMatch(Character::isLowerCase);
        return String.format(Locale.ROOT, "%s%s %+.2f", feature.kind(), word ? "" : ": " + feature.value(),
                feature.weight());
    }
}
