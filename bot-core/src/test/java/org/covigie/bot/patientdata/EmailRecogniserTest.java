package org.covigie.bot.patientdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailRecogniserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            la patiente écrit de odile.brenac@courriel.test       | odile.brenac@courriel.test
            compte rendu à odile-brenac+sante@mail.courriel.test. | odile-brenac+sante@mail.courriel.test
            ODILE.BRENAC@COURRIEL.TEST                            | ODILE.BRENAC@COURRIEL.TEST
            """)
    void finds(String text, String found) {
        assertThat(Found.in(text, Type.EMAIL)).containsExactly(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "contact@courriel.test", "secretariat.sud@courriel.test", "rdv@courriel.test",
            "odile.brenac@ch-sud.test", "o.brenac@pro.mssante.test", "répondez sur mon mail odile.brenac@courriel.test",
            "inscription : odile.brenac@courriel.test", "@odile", "a@b", "12 @ 3"})
    void leavesRoleBoxesAndTheTrade(String text) {
        assertThat(Found.in(text, Type.EMAIL)).isEmpty();
    }
}
