package org.covigie.bot.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {
    @Test
    void aFreshCodeIsReadInAnyCase() {
        String code = Code.fresh();
        assertThat(code).hasSize(8);
        assertThat(Code.read(code.toLowerCase(java.util.Locale.ROOT))).contains(code);
        assertThat(Code.fresh()).isNotEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"o1l2i3xy, 011213XY", "O0I1L1AB, 001111AB", "abcd-efgh, ABCDEFGH"})
    void lettersThatLookLikeDigitsAreTakenForThem(String typed, String code) {
        assertThat(Code.read(typed)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABC", "ABCDEFGHJ", "ABCDEFG!", "ABCDEFGU"})
    void whatCannotBeACodeIsNone(String typed) {
        assertThat(Code.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10000000017, true", "1000 0000 017, true", "10000000018, false", "1000000001, false", "x, false"})
    void anRppsNumberHasElevenDigitsAndItsKey(String typed, boolean good) {
        assertThat(Rpps.read(typed).isPresent()).isEqualTo(good);
    }
}
