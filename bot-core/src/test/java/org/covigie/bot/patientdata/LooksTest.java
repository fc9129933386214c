package org.covigie.bot.patientdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LooksTest {

    @ParameterizedTest
    @ValueSource(ints = {100, 4_000, 100_000})
    void aTextThatGivesAwayOneWordALookIsReadAFewTimesOnly(int words) {
        var looks = new AtomicInteger();

        List<Finding> findings = Looks.at(Shadow.of("06-".repeat(words)), shadow -> {
            looks.incrementAndGet();
            int last = shadow.folded().lastIndexOf('6');
            return last < 0 ? List.of() : List.of(new Candidate(Type.PHONE, last, last + 1, 0.9));
        });

        int doublings = 32 - Integer.numberOfLeadingZeros(words * 3);
        assertThat(looks).hasValueLessThanOrEqualTo(Looks.NARROW + doublings + 2);
        assertThat(findings).hasSize(1);
    }

    @Test
    void theFirstLooksTakeNothingAroundWithThem() {
        List<Finding> findings = Looks.at(Shadow.of("a b a b a"), shadow -> {
            int first = shadow.folded().indexOf('a');
            return first < 0 ? List.of() : List.of(new Candidate(Type.NAME, first, first + 1, 0.9));
        });

        assertThat(findings).extracting(Finding::start).containsExactly(0, 4, 8);
    }
}
