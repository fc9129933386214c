package org.covigie.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
    @ParameterizedTest
    @CsvSource({"lea.martin@exemple.fr,lea.martin@exemple.fr", "Lea+bot@Exemple.FR,Lea+bot@exemple.fr",
            "<lea@exemple.fr>,lea@exemple.fr", "mailto:lea@exemple.fr,lea@exemple.fr",
            "lea@santé.fr,lea@xn--sant-epa.fr"})
    void isReadAsPeopleTypeIt(String typed, String read) {
        assertThat(MailAddress.read(typed)).hasValue(new MailAddress(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lea", "lea@", "@exemple.fr", "lea@exemple", "lea@@exemple.fr", "lea martin@exemple.fr",
            "lea..martin@exemple.fr", ".lea@exemple.fr", "léa@exemple.fr", "lea@127.0.0.1", "lea@[127.0.0.1]",
            "lea@exemple.fr\r\nBcc: tous@exemple.fr", "lea@exemple.fr,marc@exemple.fr", "lea@-exemple.fr"})
    void isNoneWhenMailWouldGoAstray(String typed) {
        assertThat(MailAddress.read(typed)).isEmpty();
    }

    @Test
    void neverPrintsItself() {
        MailAddress address = new MailAddress("lea.martin@exemple.fr");
        assertThat(address.toString()).doesNotContain("lea").doesNotContain("exemple");
        assertThat(address.masked()).isEqualTo("l…@exemple.fr");
    }
}
