package org.covigie.bot.patientdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthDateRecogniserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            né le 04/07/1951                              | 04/07/1951
            nee le 4.7.51 a Vic                           | 4.7.51
            ne le 04-07-51                                | 04-07-51
            né(e) le : 04/07/1951                         | 04/07/1951
            née à Vic le 4 juillet 1951                   | 4 juillet 1951
            DDN 04071951                                  | 04071951
            ddn : 04 07 1951                              | 04 07 1951
            date de naissance 1951-07-04                  | 1951-07-04
            née le 1er août 1951                          | 1er août 1951
            née en juillet 1951                           | juillet 1951
            DOB 4/7/51, well                              | 4/7/51
            born on the 4th of July 1951                  | 4th of July 1951
            born July 4, 1951                             | July 4, 1951
            04/07/1951 (DDN)                              | 04/07/1951
            la dame du 04/07/1951 a rappelé               | 04/07/1951
            Elle est du 4 juillet 1951                    | 4 juillet 1951
            Mme Brenac, 04/07/1951, suivi                 | 04/07/1951
            """)
    void finds(String text, String found) {
        assertThat(Found.in(text, Type.BIRTH_DATE)).containsExactly(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "réunion le 04/07/2026", "décret du 4 juillet 2011", "elle ne vient pas le 04/07/2026",
            "ne le donnez pas avant le 04/07/2026", "fermé du 3 au 17 août", "la dame du 04/05/2026 a rappelé",
            "né le 31/02/1951", "née le 04/07/1850", "née à 34 SA", "TA 12/8/5", "prednisone 40/20/10",
            "prime de naissance avant le 04/07/2024"})
    void leavesEveryOtherDate(String text) {
        assertThat(Found.in(text, Type.BIRTH_DATE)).isEmpty();
    }
}
