package org.covigie.bot.signals;

import java.util.List;
import java.util.function.Predicate;

/** What must be true of a draft before it may leave for the platform; reads like the charter. */
final class PublishingRules {
    /**
     * A rule with a name.
     *
     * @param key  key of the sentence that says what stands in the way
     * @param kept whether the draft keeps the rule
     */
    record Rule(String key, Predicate<SignalRow> kept) {}

    static final Rule AUTHOR_AGREES = new Rule("rule.author-agrees", row -> !row.authorConsent);
    static final Rule NO_PATIENT_DATA = new Rule("rule.no-patient-data", row -> !row.patientData);
    static final Rule DRUG_REACTION_DECLARED = new Rule("rule.drug-reaction-declared", row -> !row.drugReaction);
    static final Rule MEDIA_LOOKED_AT = new Rule("rule.media-looked-at", row -> !row.media || row.mediaSeen);
    static final Rule HAS_WORDS = new Rule("rule.has-words", row -> !row.text.isBlank());

    private PublishingRules() {}

    static List<Rule> all() {
        return List.of(AUTHOR_AGREES, NO_PATIENT_DATA, DRUG_REACTION_DECLARED, MEDIA_LOOKED_AT, HAS_WORDS);
    }

    /** The rules this draft does not keep yet, in the order of the list. */
    static List<Rule> broken(SignalRow row) {
        return all().stream().filter(rule -> !rule.kept().test(row)).toList();
    }
}
