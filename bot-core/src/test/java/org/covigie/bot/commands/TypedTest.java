package org.covigie.bot.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {
    @ParameterizedTest
    @CsvSource({"/p,p,''", "/Problème note,probleme,note", "'  /ÉCARTER 1 2 ',ecarter,1 2",
            "/modifier 3 a  b,modifier,3 a  b"})
    void theWordLosesItsAccentsAndTheRestStaysAsTyped(String text, String word, String args) {
        assertThat(Typed.read(text)).contains(new Typed(word, args));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "p", "bonjour /p", "/ p", "//p", "/p\u200b", "/p\uD800", "/p.", "/1/2"})
    void whatIsNoCommandIsNone(String text) {
        assertThat(Typed.read(text)).isEmpty();
    }

    @Test
    void aLookAlikeLetterIsAnotherWord() {
        assertThat(Typed.read("/р").orElseThrow().word()).isNotEqualTo("p");
    }

    @Test
    void theRestMayHaveSeveralLines() {
        assertThat(Typed.read("/modifier 3\nune ligne\nune autre").orElseThrow().args())
                .isEqualTo("3\nune ligne\nune autre");
    }
}
