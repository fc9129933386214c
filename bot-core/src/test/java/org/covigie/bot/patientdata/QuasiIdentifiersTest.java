package org.covigie.bot.patientdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuasiIdentifiersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mme D. refuse                                      | HINT
            Mme D., 78 ans, Brenac, perte de poids             | HOLD
            M. X., 78 ans, perte de poids                      | CLEAR
            Mme A, 30 ans, et M. B, 45 ans, deux cas           | CLEAR
            Mr L.V. hospitalisé le 4 mars                      | HOLD
            Dame de 94 ans, dyspnée                            | HINT
            Dame de 94 ans vivant seule à Brenac               | HOLD
            92-year-old, off legs                              | HINT
            Dame de 89 ans, dyspnée                            | CLEAR
            Les plus de 90 ans sont 6 %                        | CLEAR
            vaccin à partir de 90 ans                          | CLEAR
            vu sur TikTok sous @brenac_81                      | HOLD
            repartie avec sa Clio AB-123-CD                    | HOLD
            le seul boulanger de Brenac a une hernie           | HINT
            le maire de Brenac inaugure la salle               | CLEAR
            hospitalisé le 4 mars                              | CLEAR
            """)
    void weighsDetailsTogether(String text, Decision decision) {
        assertThat(Found.decision(text)).isEqualTo(decision);
    }
}
