package org.covigie.bot.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/** What counts as once, as twice and as beyond the ceiling: a bot that does wrong is found out. */
class RoughSeaTest {
    private static final long MILLISECOND = 1_000_000;
    private static final int CALM_CEILING = 1000;

    @Test
    void what_comes_within_a_second_beyond_the_ceiling_is_refused_and_counted() {
        RoughSea sea = sea(2, RoughSea.Faults.NONE);

        assertThat(status(sea.judge(-1, true, 0))).isZero();
        assertThat(status(sea.judge(-2, false, 500 * MILLISECOND))).isZero();
        assertThat(status(sea.judge(-3, true, 999 * MILLISECOND))).isEqualTo(429);
        assertThat(status(sea.judge(-3, true, 1000 * MILLISECOND))).isZero();

        RoughSea.Count count = sea.count(2);
        assertThat(count.over()).isEqualTo(1);
        assertThat(count.most()).isEqualTo(2);
        assertThat(count.once()).isEqualTo(2);
        assertThat(count.exact()).isFalse();
    }

    @Test
    void a_chat_that_got_it_twice_although_it_was_answered_is_counted_and_one_that_got_nothing_is_forgotten() {
        RoughSea sea = sea(CALM_CEILING, RoughSea.Faults.NONE);
        sea.judge(-1, true, 0);
        sea.judge(-1, true, MILLISECOND);
        sea.judge(-2, true, MILLISECOND);
        sea.judge(-3, false, MILLISECOND);

        RoughSea.Count count = sea.count(3);

        assertThat(count.twice()).isEqualTo(1);
        assertThat(count.once()).isEqualTo(1);
        assertThat(count.forgotten()).isEqualTo(1);
        assertThat(count.exact()).isFalse();
    }

    @Test
    void sent_again_after_a_lost_answer_is_counted_apart() {
        RoughSea sea = sea(CALM_CEILING, new RoughSea.Faults(0, 0, 1));
        assertThat(sea.judge(-1, true, 0)).isSameAs(WireServer.Answer.NONE);
        sea.judge(-1, true, MILLISECOND);
        sea.judge(-2, true, MILLISECOND);

        RoughSea.Count count = sea.count(2);

        assertThat(count.again()).isEqualTo(1);
        assertThat(count.once()).isEqualTo(1);
        assertThat(count.exact()).isTrue();
    }

    @Test
    void a_500_takes_nothing_and_after_two_the_sender_cannot_know() {
        RoughSea sea = sea(CALM_CEILING, new RoughSea.Faults(0, 1, 0));
        assertThat(status(sea.judge(-1, true, 0))).isEqualTo(500);
        sea.judge(-2, true, 0);
        sea.judge(-2, true, MILLISECOND);

        RoughSea.Count count = sea.count(2);

        assertThat(count.never()).isEqualTo(1);
        assertThat(count.forgotten()).as("given up after one 500").isEqualTo(1);
        assertThat(count.exact()).isFalse();
    }

    @Test
    void the_share_of_the_ceiling_is_that_of_the_calls_until_nearly_all_chats_were_reached() {
        RoughSea sea = sea(10, RoughSea.Faults.NONE);
        for (int call = 0; call < 9; call++) {
            sea.judge(-call - 1, true, call * 200 * MILLISECOND);
        }
        sea.judge(-10, true, 60_000 * MILLISECOND);

        assertThat(sea.count(10).share()).isEqualTo(0.5);
    }

    private static RoughSea sea(int ceiling, RoughSea.Faults faults) {
        return new RoughSea(ceiling, faults, "marker", 1);
    }

    private static int status(WireServer.@Nullable Answer answer) {
        return answer == null ? 0 : answer.status();
    }
}
