package org.covigie.bot.patientdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mme Brenac a chuté cette nuit               | TitledName
            Ginette a chuté cette nuit, hématome        | UntitledName
            sécu 1 85 05 99 990 084 74                  | Nir
            patiente née le 04/07/1951                  | BirthDate
            rappeler sa fille au 06 39 98 01 02         | Phone
            elle habite 14 rue du Puits                 | Address
            """)
    void namesTheRuleThatFoundIt(String text, String rule) {
        List<Explanation> explained = Found.PATIENT_DATA.explain(text, GroupContext.NONE);

        assertThat(explained).extracting(Explanation::finding).isEqualTo(Found.PATIENT_DATA.check(text).findings());
        assertThat(explained).anySatisfy(
                explanation -> assertThat(explanation.rules()).anyMatch(name -> name.startsWith(rule + " ")));
    }

    @Test
    void saysWhatWeighedForAPatientHeaviestFirst() {
        Explanation explained = Found.PATIENT_DATA.explain("Ginette a chuté cette nuit, hématome", GroupContext.NONE)
                .getFirst();

        assertThat(explained.features()).hasSizeBetween(3, 6).anyMatch(feature -> feature.contains("+"));
        assertThat(explained.features().stream().map(feature -> feature.replaceFirst(".* [+-]", ""))
                .map(Double::valueOf)).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void saysThatADetailCountsBesideOthersOnly() {
        assertThat(Found.PATIENT_DATA.explain("Mr L.V. hospitalisé depuis le 4 mars", GroupContext.NONE))
                .anySatisfy(explanation -> assertThat(explanation.rules()).containsAnyOf("together", "after masking"));
    }

    @Test
    void holdsNoWordOfTheText() {
        String text = "Ginette Brenac, chez qui je passe, gonfle des chevilles depuis l’amlodipine ; rappeler Odile";

        assertThat(Found.PATIENT_DATA.explain(text, GroupContext.NONE)).isNotEmpty()
                .allSatisfy(explanation -> assertThat((explanation.rules() + " " + explanation.features())
                        .toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}]+"))
                        .doesNotContain("ginette", "brenac", "chez", "gonfle", "chevilles", "amlodipine", "passe",
                                "qui",
                                "odile", "ine", "gon"));
    }

    @Test
    void isEmptyWhereNothingIsFound() {
        assertThat(Found.PATIENT_DATA.explain("Rupture de Ventoline", GroupContext.NONE)).isEmpty();
    }
}
