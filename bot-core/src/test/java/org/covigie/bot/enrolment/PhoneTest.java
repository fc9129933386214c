package org.covigie.bot.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import org.covigie.bot.people.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {
    @ParameterizedTest
    @CsvSource({"06 39 98 12 34, +33639981234", "+33 6 39 98 12 34, +33639981234", "+33 (0)6 39 98 12 34, +33639981234",
            "0033 6.39.98.12.34, +33639981234", "+590 690 12-34-56, +590690123456"})
    void aNumberIsReadAsTheWorldWritesIt(String typed, String number) {
        assertThat(Phone.read(typed)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12 34 56 78", "+0 12 34 56 78", "06 39 98", "+33 6 39 98 12 34 56 78 90 12"})
    void whatDoesNotTellItsCountryIsNone(String typed) {
        assertThat(Phone.read(typed)).isEmpty();
    }

    @Test
    void anAddressCarriesANumberOnlyWithItsSign() {
        assertThat(Phone.of(new Address("test", "tel:+33639981234"))).contains("+33639981234");
        assertThat(Phone.of(new Address("test", "+33639981234"))).contains("+33639981234");
        assertThat(Phone.of(new Address("test", "33639981234"))).isEmpty();
        assertThat(Phone.of(new Address("test", "FR.13639981234"))).isEmpty();
    }
}
