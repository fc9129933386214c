package org.covigie.bot.patientdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UntitledNameRecogniserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ma patiente odile brenac tousse                     | odile brenac
            Odile ne mange plus depuis la chute                 | Odile
            😟 Odile a chuté cette nuit, hématome               | Odile
            les parents de Youssef refusent                     | Youssef
            sa voisine Odile vérifie le pilulier                | Odile
            pansement chez Odile Brenac à 8h                    | Odile Brenac
            Brenac opéré du genou hier                          | Brenac
            Odile Brenac, née en juillet 1951                   | Odile Brenac
            Oscar is wheezing again                             | Oscar
            Odile et Karim Brenac viennent pour le bilan        | Odile et Karim Brenac
            """)
    void finds(String text, String found) {
        assertThat(Found.in(text, Type.NAME)).containsExactly(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "maladie de Parkinson", "score de Wells à 3", "pied de Charcot et pansement", "merci Odile pour le bilan",
            "@Odile peux-tu revoir le pansement", "Odile Brenac, kinésithérapeute, douleurs chroniques",
            "Dr Odile Brenac", "Bienvenue à Odile Brenac", "Je me présente : Odile Brenac, sage-femme",
            "Odile prend la garde de samedi", "clinique Odile Brenac, lits fermés", "patient diabétique",
            "Patient BPCO sous oxygène", "patient Alzheimer agité", "relais pour Eliquis après chirurgie",
            "Odile, tu peux refaire le pansement ?", "Avis de la HAS sur la douleur"})
    void leavesEponymsColleaguesAndPlaces(String text) {
        assertThat(Found.in(text, Type.NAME)).isEmpty();
    }

    @Test
    void words_of_an_alphabet_of_which_there_is_no_list_are_no_names() {
        String text = "Visites à domicile groupées ce matin, نحتاج إلى كمامات إضافية في المركز الصحي https://example.org/fil/x";

        assertThat(new PatientData().check(text).masked()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CPAM du Finistère : quel délai pour un numéro ADELI ?",
            "Réunion au collège Paul Valéry jeudi à 20h", "L'hôpital Paul Valéry n'a plus de lits"})
    void aPlaceNamedAfterSomebodyIsNobody(String text) {
        assertThat(Found.in(text, Type.NAME)).isEmpty();
    }

    @Test
    void aNewWordAfterANameInTheMessageBeforeIsNoName() {
        Exchange exchange = Found.PATIENT_DATA.check(List.of("Je vois Mme Kerivel demain pour son pansement"),
                "la télétransmission ne marche pas depuis ce matin", GroupContext.NONE);

        assertThat(exchange.check().findings()).isEmpty();
    }
}
