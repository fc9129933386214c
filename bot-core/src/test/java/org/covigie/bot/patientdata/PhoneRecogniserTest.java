package org.covigie.bot.patientdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneRecogniserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Son fils est joignable au 06 39 98 01 02        | 06 39 98 01 02
            numéro de la fille 0639980102                   | 0639980102
            portable du patient : 06.39.98.01.02            | 06.39.98.01.02
            mari 06-39-98-01-02, prévenir avant 18h         | 06-39-98-01-02
            sa mère +33 6 39 98 01 02                       | +33 6 39 98 01 02
            sa mère 0033639980102                           | 0033639980102
            her husband, 07700 900123, will collect         | 07700 900123
            her husband, +44 7700 900123, will collect      | +44 7700 900123
            rappeler le 01 99 00 12 34                      | 01 99 00 12 34
            01 99 00 12 34                                  | 01 99 00 12 34
            """)
    void finds(String text, String found) {
        assertThat(Found.in(text, Type.PHONE)).containsExactly(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "le 15, le 112, le 116 117 et le 3114", "info au 08 99 00 12 34", "0 800 00 12 34 appel gratuit",
            "Pharmacie de garde 01 99 00 12 34", "Secrétariat de cardiologie : 01 99 00 12 34",
            "mon numéro pour la garde 06 39 98 01 02", "équipe mobile 01 99 00 12 34, prévenir la famille",
            "RPPS 10999000010", "FINESS 010000001", "lot 0639980102334", "plaquettes 0412 000",
            "call the surgery on 020 7946 0123"})
    void leavesShortCodesServicesAndOtherNumbers(String text) {
        assertThat(Found.in(text, Type.PHONE)).isEmpty();
    }
}
