package org.covigie.bot.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfessionTest {
    @ParameterizedTest
    @CsvSource({"Médecin, PHYSICIAN", "médecin généraliste, PHYSICIAN", "médecins, PHYSICIAN",
            "Généraliste, PHYSICIAN", "Infirmière libérale, NURSE", "IDE, NURSE", "pharmacien d’officine, PHARMACIST",
            "sage-femme, MIDWIFE", "Sage femme libérale, MIDWIFE", "masseur-kinésithérapeute, PHYSIOTHERAPIST",
            "interne en médecine générale, STUDENT", "secrétaire médicale, MEDICAL_SECRETARY",
            "doctor in general practice, PHYSICIAN"})
    void is_understood_as_people_say_it(String typed, Profession meant) {
        assertThat(Profession.named(typed)).isEqualTo(Optional.of(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"le docteur est absent", "docteur, plus de masques ce matin", "je ne sais pas", "", " ",
            "médecin de garde injoignable depuis hier soir"})
    void is_not_read_into_a_sentence(String typed) {
        assertThat(Profession.named(typed)).isEmpty();
    }
}
