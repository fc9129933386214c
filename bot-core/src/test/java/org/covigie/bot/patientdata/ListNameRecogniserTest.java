package org.covigie.bot.patientdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListNameRecogniserTest {

    @Test
    void readsAForm() {
        String text = "Compte rendu\nNom : BRENAC\nPrénom : Odile\nMotif : toux";

        assertThat(Found.in(text, Type.NAME)).containsExactly("BRENAC", "Odile");
    }

    @Test
    void readsATableByItsHeading() {
        String text = "Nom;Naissance;Traitement\nBrenac Odile;04/07/1951;warfarine\nOstal Karim;1/2/48;apixaban";

        assertThat(Found.in(text, Type.NAME)).containsExactly("Brenac Odile", "Ostal Karim");
        assertThat(Found.in(text, Type.BIRTH_DATE)).containsExactly("04/07/1951", "1/2/48");
    }

    @Test
    void readsARoundOfVisits() {
        String text = "Tournée\n• Brenac - pansement\n• Ostal Karim - perfusion";

        assertThat(Found.in(text, Type.NAME)).containsExactly("Brenac", "Ostal Karim");
    }

    @Test
    void leavesDutyRostersAndAgendas() {
        assertThat(Found.decision("Tableau de garde\n- Brenac : lundi\n- Ostal : mardi")).isEqualTo(Decision.CLEAR);
        assertThat(Found.decision("Ordre du jour\n- Pansements : stock\n- Vaccins : froid")).isEqualTo(Decision.CLEAR);
    }
}
