package org.covigie.bot.patientdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordIdRecogniserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IPP 8000123456 au CHU              | 8000123456
            ipp : 80001234                     | 80001234
            NDA 31 2270 118 programmé          | 31 2270 118
            n° de séjour 240011223             | 240011223
            Dossier patient 2025-00777 bloqué  | 2025-00777
            dossier n° 123456                  | 123456
            MRN: M2200117                      | M2200117
            hospital number K220011 please     | K220011
            NHS number 943 000 1234            | 943 000 1234
            n° adhérent : 004400123            | 004400123
            """)
    void finds(String text, String found) {
        assertThat(Found.in(text, Type.RECORD_ID)).containsExactly(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "lot 2025-00777", "CIP 3400930000000", "RPPS 10999000010", "FINESS 010000001", "SIRET 123 456 789 00012",
            "dossier de 12000 €", "facture dossier 2025-00777", "dossier de presse 2026", "IPP 40 mg matin et soir",
            "sous IPP depuis 2019", "séjour du 12/03/2026 au 15/03/2026", "dossier ARS à clôturer le 31 janvier"})
    void leavesLotsPricesAndTheTrade(String text) {
        assertThat(Found.in(text, Type.RECORD_ID)).isEmpty();
    }
}
