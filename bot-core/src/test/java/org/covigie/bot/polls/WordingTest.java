package org.covigie.bot.polls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void theFirstWordsSayWhatKindOfPollItIs() {
        assertThat(Wording.read("Anonyme multiple Quoi ? | A | B")).isEqualTo(
                new Wording.Good(new Ballot("Quoi ?", List.of("A", "B")), true, true));
        assertThat(Wording.read("Quoi, anonyme ? | A | B")).isEqualTo(
                new Wording.Good(new Ballot("Quoi, anonyme ?", List.of("A", "B")), false, false));
    }

    @Test
    void linesDoWithoutBarsAndSpacesAreTidied() {
        assertThat(Wording.read("Quoi\t donc ?\n A \n\nB")).isEqualTo(
                new Wording.Good(new Ballot("Quoi donc ?", List.of("A", "B")), false, false));
        assertThat(Wording.read("Quoi\ndonc ?| A\nou quoi |B")).isEqualTo(
                new Wording.Good(new Ballot("Quoi donc ?", List.of("A ou quoi", "B")), false, false));
    }

    @Test
    void theLimitsThemselvesAreAllowed() {
        assertThat(Wording.read("😀".repeat(300) + "|" + "😀".repeat(100) + "|b|c|d|e|f|g|h|i|j|k|l"))
                .isInstanceOf(Wording.Good.class);
        assertThat(Wording.read("anonyme")).isInstanceOf(Wording.Wrong.class);
        assertThat(Wording.read(" | | ")).isInstanceOf(Wording.Wrong.class);
    }

    @Test
    void aBallotIsReadAsItWasWritten() {
        Ballot ballot = new Ballot("Quoi ?", List.of("A", "B", "C"));

        assertThat(Ballot.read(ballot.written())).isEqualTo(ballot);
    }
}
