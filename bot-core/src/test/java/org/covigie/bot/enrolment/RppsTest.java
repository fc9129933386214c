package org.covigie.bot.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RppsTest {
    @ParameterizedTest
    @CsvSource({"10000000017, true", "1000 0000 017, true", "10000000018, false", "1000000001, false", "x, false"})
    void anRppsNumberHasElevenDigitsAndItsKey(String typed, boolean good) {
        assertThat(Rpps.read(typed).isPresent()).isEqualTo(good);
    }
}
