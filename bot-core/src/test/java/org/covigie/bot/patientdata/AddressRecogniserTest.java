package org.covigie.bot.patientdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRecogniserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Domicile : 14 rue du Vieux Puits, 29999 Brenac, 3e étage | 14 rue du Vieux Puits, 29999 Brenac, 3e étage
            elle habite 14 bis, avenue des Tilleuls                  | 14 bis, avenue des Tilleuls
            chez le patient 3 allee des acacias                      | 3 allee des acacias
            ma patiente de la rue du Vieux Puits                     | rue du Vieux Puits
            chez lui, lieu-dit Les Hautes Bordes                     | lieu-dit Les Hautes Bordes
            her dressings go to 48 Elm Tree Lane                     | 48 Elm Tree Lane
            """)
    void finds(String text, String found) {
        assertThat(Found.in(text, Type.ADDRESS)).containsExactly(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Cabinet au 14 rue du Vieux Puits", "réunion 14 rue du Vieux Puits à 20h", "Pharmacie, 3 place du Marché",
            "14 rue du Vieux Puits", "le patient du 14", "new clinic at 22 High Street", "3 allées et venues"})
    void leavesPracticesMeetingsAndBareStreets(String text) {
        assertThat(Found.in(text, Type.ADDRESS)).isEmpty();
    }
}
