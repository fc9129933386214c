package org.covigie.bot.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SamplesTest {
    private final Samples samples = new Samples();

    @Test
    void the_percentile_is_the_smallest_value_that_so_many_do_not_exceed() {
        for (int millis = 2_000; millis >= 1; millis--) {
            samples.add(millis * 1_000_000L);
        }

        assertThat(samples.percentileMillis(50)).isEqualTo(1_000);
        assertThat(samples.percentileMillis(99)).isEqualTo(1_980);
        assertThat(samples.percentileMillis(99.99)).isEqualTo(2_000);
        assertThat(samples.percentileMillis(100)).isEqualTo(2_000);
        assertThat(samples.percentileMillis(0.01)).isEqualTo(1);
    }

    @Test
    void of_one_value_every_percentile_is_that_value() {
        samples.add(3_000_000);

        assertThat(samples.percentileMillis(1)).isEqualTo(3);
        assertThat(samples.percentileMillis(99)).isEqualTo(3);
    }

    @Test
    void of_nothing_there_is_no_percentile() {
        samples.add(1);
        samples.clear();

        assertThat(samples.percentileMillis(50)).isNaN();
    }

    @Test
    void a_percentile_outside_its_range_is_a_mistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> samples.percentileMillis(0));
        assertThatIllegalArgumentException().isThrownBy(() -> samples.percentileMillis(101));
    }
}
