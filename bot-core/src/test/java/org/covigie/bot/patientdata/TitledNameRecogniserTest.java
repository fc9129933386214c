package org.covigie.bot.patientdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitledNameRecogniserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mme Brenac refuse la toilette               | Brenac
            mme brenac tjs algique                      | brenac
            M. Brenac, 70 ans                           | Brenac
            M.Brenac sort                               | Brenac
            M Brenac a chuté                            | Brenac
            Mr Brenac’s cough                           | Brenac
            Mrs O’Brenac fell                           | O’Brenac
            monsieur brenac a fait un malaise           | brenac
            Mme Le Brenac algique                       | Le Brenac
            M. El Brenaoui est anticoagulé              | El Brenaoui
            Monsieur N’Brenac, diabète                  | N’Brenac
            Melle Brenac-Ostal demande la pilule        | Brenac-Ostal
            Mme J. Brenac pour pansement                | J. Brenac
            MME BRENAC EST TOMBEE CE MATIN              | BRENAC
            Dr Dupont a vu M. Brenac                    | Brenac
            M. Charcot est algique                      | Charcot
            merci de passer chez Mme Brenac             | Brenac
            Mme Brenac, infirmière à la retraite, tousse| Brenac
            patiente BRENAC Odile, 63 ans               | BRENAC Odile
            """)
    void finds(String text, String found) {
        assertThat(Found.in(text, Type.NAME)).containsExactly(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Dr Dupont est absent", "Pr Dupont", "le docteur Dupont", "M. le Dr Dupont", "Mme X refuse", "M. Y, 55 ans",
            "Madame Z", "Monsieur de 91 ans", "monsieur le maire inaugure", "madame est sortie", "Madame, Monsieur,",
            "M. genitalium résistant", "Mme Brenac, directrice de la CPAM", "merci à Mme Brenac",
            "réunion avec M. Brenac de l’ARS", "gliclazide MR 30 mg", "3 M de budget", "I miss Paris", "cher monsieur",
            "À ne pas écrire, exemple : « Mme Brenac, 78 ans »", "maladie de Parkinson débutante", "Mme [NOM] sort"})
    void leavesDoctorsTeachingLettersAndColleagues(String text) {
        assertThat(Found.in(text, Type.NAME)).isEmpty();
    }
}
