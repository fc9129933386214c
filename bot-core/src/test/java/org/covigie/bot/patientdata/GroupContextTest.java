package org.covigie.bot.patientdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupContextTest {

    private static final GroupContext GROUP = new GroupContext(Set.of("Odile Brenac", "@karim_o"),
            Set.of("+33 6 39 98 01 02", "Odile@courriel.test"), Set.of("rue du Puits"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Odile Brenac ne supporte plus la metformine, chute cette nuit | CLEAR
            Mme Brenac a chuté cette nuit                                 | HOLD
            Odile Brenac, née le 04/07/1951, a chuté                      | HOLD
            Ginette Ostal a chuté cette nuit                              | HOLD
            numéro de la patiente : 06.39.98.01.02                        | CLEAR
            numéro de la patiente : 06.39.98.01.03                        | HOLD
            la patiente écrit de odile@courriel.test                      | CLEAR
            la patiente habite 14 rue du Puits                            | CLEAR
            """)
    void theGroupsOwnRaiseNoAlarmButATitleAndABirthDateDo(String text, Decision decision) {
        assertThat(Found.PATIENT_DATA.check(text, GROUP).decision()).isEqualTo(decision);
    }

    @Test
    void aMembersFirstNameAloneIsNeverHeld() {
        assertThat(Found.PATIENT_DATA.check("Odile a chuté cette nuit, hématome", GROUP).decision())
                .isIn(Decision.HINT, Decision.CLEAR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mme                       | Brenac a chuté                       | HOLD | HOLD
            j’ai vu Josette Brenac    | elle a une phlébite, sous Eliquis    | CLEAR | HOLD
            Merci Odile               | patient sous Eliquis, scanner ?      | CLEAR | CLEAR
            Mme Brenac tousse         | et sinon, qui vient ce soir ?        | CLEAR | CLEAR
            """)
    void readsAMessageInTheLightOfTheOnesBefore(String earlier, String text, Decision own, Decision together) {
        Exchange exchange = Found.PATIENT_DATA.check(List.of(earlier), text, GroupContext.NONE);

        assertThat(exchange.check().decision()).isEqualTo(own);
        assertThat(exchange.together()).isEqualTo(together);
    }

    @Test
    void findingsOfALaterMessageStayInsideIt() {
        Exchange exchange = Found.PATIENT_DATA.check(List.of("Bonjour", "Mme"), "Brenac a chuté", GroupContext.NONE);

        assertThat(exchange.check().masked()).isEqualTo("[NOM] a chuté");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mme Brenac a chuté                                    | mme BRÉNAC tousse, hématome               | CLEAR
            Mme Brenac a chuté                                    | Mme Ostal tousse, hématome                | HOLD
            numéro de la patiente : 06.39.98.01.03                | rappeler sa fille au +33 6 39 98 01 03    | CLEAR
            patient né le 04/07/1951                              | patiente née le 04/07/1951                | HOLD
            sécu 1 85 05 99 990 084 74                            | sécu 1 85 05 99 990 084 74                | HOLD
            """)
    void whatTheGroupDeclaredToBeNobodysIsFoundNoMore(String once, String later, Decision decision) {
        var tokens = new HashSet<String>();
        Found.PATIENT_DATA.check(once, GROUP).findings()
                .forEach(finding -> tokens.add(finding.type() + PatientData.token(once, finding)));
        GroupContext group = GROUP.dismissing((type, token) -> tokens.contains(type + token));

        assertThat(tokens).isNotEmpty();
        assertThat(Found.PATIENT_DATA.check(later, group).decision()).isEqualTo(decision);
        assertThat(Found.PATIENT_DATA.check(List.of("Bonjour"), later, group).together()).isEqualTo(decision);
    }

    @Test
    void theDayBesideADismissedNameIsNobodysEither() {
        String text = "Mme Brenac hospitalisée le 4 mars";
        GroupContext group = GroupContext.NONE.dismissing((_, token) -> token.equals("brenac"));

        assertThat(Found.PATIENT_DATA.check(text).findings()).hasSize(2);
        assertThat(Found.PATIENT_DATA.check(text, group).findings()).isEmpty();
    }

    @Test
    void printsNoName() {
        assertThat(GROUP.toString()).doesNotContainIgnoringCase("brenac");
    }
}
