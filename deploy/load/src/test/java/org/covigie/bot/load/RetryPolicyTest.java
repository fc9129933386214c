package org.covigie.bot.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private final RetryPolicy policy = new RetryPolicy(1);

    @Test
    void the_first_retry_comes_at_once_and_the_others_ever_later_up_to_a_minute() {
        assertThat(policy.pause(1, null)).isZero();
        assertThat(policy.pause(2, null)).isEqualTo(Duration.ofSeconds(2));
        assertThat(policy.pause(3, null)).isEqualTo(Duration.ofSeconds(4));
        assertThat(policy.pause(6, null)).isEqualTo(Duration.ofSeconds(32));
        assertThat(policy.pause(7, null)).isEqualTo(Duration.ofSeconds(60));
        assertThat(policy.pause(1_000, null)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void what_the_bot_asks_for_is_obeyed_up_to_an_hour_and_never_shortened() {
        assertThat(new RetryPolicy(0.01).pause(1, "7")).isEqualTo(Duration.ofSeconds(7));
        assertThat(policy.pause(1, "99999")).isEqualTo(Duration.ofHours(1));
        assertThat(policy.pause(1, "tomorrow")).isZero();
    }

    @Test
    void our_own_pauses_can_be_shortened() {
        assertThat(new RetryPolicy(0.1).pause(2, null)).isEqualTo(Duration.ofMillis(200));
    }
}
