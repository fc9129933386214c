package org.covigie.bot.groups;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BranchNameTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            Nantes Sud 44,               Nantes Sud,  -,                 44
            Nantes Sud,                  Nantes Sud,  -,                 -
            Infirmiers infirmier,        Infirmiers,  NURSE,             -
            Infirmiers,                  Infirmiers,  -,                 -
            Corse pharmacien 2a,         Corse,       PHARMACIST,        2A
            Corse 2B pharmaciens,        Corse,       PHARMACIST,        2B
            Rennes sage femme,           Rennes,      MIDWIFE,           -
            Rennes chirurgien-dentiste,  Rennes,      DENTIST,           -
            Groupe 2,                    Groupe 2,    -,                 -
            Val d'Oise 999,              Val d'Oise 999, -,              -
            Un autre,                    Un autre,    -,                 -
            44 75,                       44,          -,                 75
            """, quoteCharacter = '"')
    void trailingWordsSayWhomItIsFor(String typed, String title, String profession, String department) {
        BranchName name = BranchName.read(typed);

        assertThat(name.title()).isEqualTo(title);
        assertThat(name.profession()).isEqualTo(profession);
        assertThat(name.department()).isEqualTo(department);
        assertThat(name.whole()).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({"Nantes Été,NANTES ETE,true", "Nantes  Sud,nantes sud,true", "Nantes,Nantes Sud,false"})
    void titlesAreTheSameWhateverTheirCaseAndAccents(String one, String other, boolean same) {
        assertThat(BranchName.same(one, other)).isEqualTo(same);
    }
}
