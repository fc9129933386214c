package org.covigie.bot.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodeTest {
    @Test
    void aFreshCodeHasEightSignsThatCannotBeMistaken() {
        assertThat(Stream.generate(Code::fresh).limit(500)).doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{8}")).allMatch(code -> code.matches(".*\\d.*"));
    }

    @Test
    void itIsReadAsPeopleWriteIt() {
        assertThat(Code.read(" abcd-1o2l ")).contains("ABCD1021");
        assertThat(Code.read("ABCD102")).isEmpty();
        assertThat(Code.read("ABCDU021")).isEmpty();
        assertThat(Code.read("")).isEmpty();
    }
}
