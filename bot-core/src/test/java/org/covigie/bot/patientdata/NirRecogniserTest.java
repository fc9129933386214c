package org.covigie.bot.patientdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NirRecogniserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NIR 1 85 05 99 990 084 74, droits fermés | 1 85 05 99 990 084 74
            feuille de soins 185059999008474 rejetée | 185059999008474
            2.69.11.99.991.023.62 à jour             | 2.69.11.99.991.023.62
            1-85-06-99-990-002-75                    | 1-85-06-99-990-002-75
            mois inconnu : 2 85 31 99 990 077 59     | 2 85 31 99 990 077 59
            n° sécu 1850599990084 sans la clé        | 1850599990084
            carte vitale 1 85 05 99 990 084 75       | 1 85 05 99 990 084 75
            """)
    void findsNumbersWithARightKeyAndOthersNextToACue(String text, String found) {
        assertThat(Found.in(text, Type.NIR)).containsExactly(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 72 05 2A 990 061 %s", "2 74 02 2B 990 123 %s", "274022b990123%s"})
    void countsTheTwoCorsicanDepartmentsAs19And18(String pattern) {
        String number = pattern.replace("%s", "").replace(" ", "").toUpperCase(Locale.ROOT);
        long corsica = Long.parseLong(number.replace("2A", "19").replace("2B", "18"));
        String text = "droits de " + pattern.replace("%s", "%02d".formatted(97 - corsica % 97)) + " à ouvrir";

        assertThat(Found.in(text, Type.NIR)).hasSize(1);
        assertThat(Found.decision(text)).isEqualTo(Decision.HOLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"référence 1 85 05 99 990 084 75", "colis 1850599990084", "sécu 1 85 13 99 990 084 08",
            "série 91850599990084741", "CIP 3400930000000", "NIR : quinze chiffres", "sécu 5 85 05 99 990 084 74"})
    void leavesOtherLongNumbers(String text) {
        assertThat(Found.in(text, Type.NIR)).isEmpty();
    }

    @Test
    void knowsTheKey() {
        assertThat(NirKey.matches("1850599990084", "74")).isTrue();
        assertThat(NirKey.matches("1850599990084", "47")).isFalse();
    }
}
