package org.covigie.bot.patientdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrugReactionTest {

    @ParameterizedTest
    @ValueSource(strings = {"Pancréatite sous Ozempic chez une patiente de 52 ans",
            "urticaire après Priorix, déjà vu ?",
            "eruption sous lamictal depuis lundi", "Effet indésirable grave : Xarelto",
            "Deux jours après Comirnaty, myocardite", "Acidocétose euglycémique sous Jardiance",
            "Levothyrox et palpitations, encore un cas", "rash after amoxicillin in a toddler",
            "Rupture de stock réglée, mais hyponatrémie sous Fludex", "Hallucinations nocturnes depuis le Stilnox",
            "TENSION CHUTE ET SYNCOPE SOUS ZANIDIP"})
    void suspectsAReactionToAMedicine(String text) {
        assertThat(DrugReaction.suspects(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rupture de Ventoline depuis lundi", "Doliprane contre la fièvre, quelle dose ?",
            "Que donnez-vous pour une urticaire : Aerius ?", "éruption depuis lundi, un avis ?",
            "Lasilix 40 ou 60 ?", "vomissements de la grossesse : proposer du Donormyl ?", "Bonjour à tous",
            "pénurie d’amoxicilline et angines à répétition", "fièvre après la piscine"})
    void leavesShortagesAndTreatments(String text) {
        assertThat(DrugReaction.suspects(text)).isFalse();
    }
}
