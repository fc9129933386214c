package org.covigie.bot.signals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublishingRulesTest {
    private final SignalRow row = new SignalRow();

    PublishingRulesTest() {
        row.text = "Des mots";
    }

    @Test
    void aDraftThatKeepsThemAllMayGo() {
        assertThat(PublishingRules.broken(row)).isEmpty();
    }

    @Test
    void itsAuthorAgrees() {
        row.authorConsent = true;
        assertThat(PublishingRules.broken(row)).containsExactly(PublishingRules.AUTHOR_AGREES);
    }

    @Test
    void nothingInItPointsToAPatient() {
        row.patientData = true;
        assertThat(PublishingRules.broken(row)).containsExactly(PublishingRules.NO_PATIENT_DATA);
    }

    @Test
    void aDrugReactionIsDeclaredFirst() {
        row.drugReaction = true;
        assertThat(PublishingRules.broken(row)).containsExactly(PublishingRules.DRUG_REACTION_DECLARED);
    }

    @Test
    void itHasWords() {
        row.text = " \n";
        assertThat(PublishingRules.broken(row)).containsExactly(PublishingRules.HAS_WORDS);
    }
}
