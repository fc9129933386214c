package org.covigie.bot.patientdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShadowTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            Hélène, helene
            HE\u0301LE\u0300NE, helene
            cœur, coeur
            d’Œuf, d'oeuf
            06\u00a039\u202f98, 06 39 98
            06\u200b39\u2060\u00ad98, 063998
            ０６\u0669, 069
            8\u20119, 8-9
            «\u00a0Ah\u00a0», '" ah "'
            n\u00ba 3, n° 3
            Mme [NOM] a, mme \ufffc a
            a😀b, a\u263ab
            """)
    void foldsWhatPeopleType(String text, String folded) {
        assertThat(Shadow.of(text).folded()).isEqualTo(folded);
    }
}
