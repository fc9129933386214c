package org.covigie.bot.polls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallyTest {
    @Test
    void whoTookEverythingBackHasNotVoted() {
        assertThat(Tally.of(3, List.of(List.of(0, 2), List.of(2), List.of())))
                .isEqualTo(new Tally(List.of(1, 0, 2), 2));
    }

    @Test
    void aChoiceThatDoesNotExistCountsForNothing() {
        assertThat(Tally.of(2, List.of(List.of(5), List.of(-1, 1, 1)))).isEqualTo(new Tally(List.of(0, 1), 1));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Tally tally = new Tally(List.of(12, 3, 0), 15);

        assertThat(tally.written()).isEqualTo("12,3,0;15");
        assertThat(Tally.read(tally.written(), 3)).contains(tally);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2;3", "1,2,3", "1,2,3;", "a,b,c;1", "1,2,3;-1", "1,,3;2"})
    void whatDoesNotFitIsNoTally(String told) {
        assertThat(Tally.read(told, 3)).isEmpty();
    }

    @Test
    void sharesAreOfTheVotersAndNobodyIsNoDivision() {
        assertThat(new Tally(List.of(2, 1), 3).percent(0)).isEqualTo(67);
        assertThat(new Tally(List.of(0, 0), 0).percent(1)).isZero();
    }
}
