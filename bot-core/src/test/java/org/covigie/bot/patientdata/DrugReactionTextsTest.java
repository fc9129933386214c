package org.covigie.bot.patientdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How well reactions are told apart, on texts that were written before the rules were mended, and learnt from since. */
class DrugReactionTextsTest {

    @Test
    void findsNineReactionsInTen() throws IOException {
        List<String> told = texts("reaction ");

        assertThat(told.stream().filter(DrugReaction::suspects).count()).isGreaterThanOrEqualTo(told.size() * 9L / 10);
    }

    @Test
    void raisesNoAlarmAtMedicinesNamedForOtherReasons() throws IOException {
        assertThat(texts("none ")).noneMatch(DrugReaction::suspects);
    }

    private static List<String> texts(String kind) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                DrugReactionTextsTest.class.getResourceAsStream("texts-reactions.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.startsWith(kind))
                    .map(line -> line.substring(kind.length())).toList();
        }
    }
}
