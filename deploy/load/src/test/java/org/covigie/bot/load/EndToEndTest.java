package org.covigie.bot.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Small runs with real processes: the reference must pass, a bot that forgets must not. */
class EndToEndTest {
    private static final List<String> QUICK = List.of("-Xmx128m", "-XX:TieredStopAtLevel=1");
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final Crowd CROWD = new Crowd(3, 4);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void a_small_benchmark_of_the_reference_finds_figures_and_every_draft(Mode mode) throws Exception {
        Trial.Size size = new Trial.Size(CROWD, 300, 100, 100, 1, Duration.ZERO, Duration.ofSeconds(60),
                new Stage.Manner(4, Repeats.NONE, new RetryPolicy(0.01), 1, QUIET));

        Figures figures = Trial.run(Subject.bare(QUICK), new H2Storage(), mode, size, directory);

        assertThat(figures.exactness()).isEqualTo(new Exactness(75, 75, 0, 0, 0, 0, 0));
        assertThat(figures.acceptedPerSecond()).isPositive();
        assertThat(figures.handledPerSecond()).isPositive().isLessThanOrEqualTo(figures.acceptedPerSecond());
        assertThat(figures.ackP50()).isPositive().isLessThanOrEqualTo(figures.ackP99());
        assertThat(figures.idleMib()).isPositive().isLessThanOrEqualTo(figures.peakMib());
        if (mode == Mode.WEBHOOK) {
            assertThat(figures.postP50()).isPositive().isLessThanOrEqualTo(figures.postP99());
        } else {
            assertThat(figures.postP50()).isNaN();
        }
        assertThat(Report.markdown(List.of(figures))).contains("| H2 file | " + mode.label() + " | reference |");
    }

    @ParameterizedTest
    @EnumSource
    void the_reference_has_every_draft_once_although_it_was_killed(Mode mode) throws Exception {
        KillRun.Outcome outcome = KillRun.run(Subject.bare(QUICK), new H2Storage(), mode, plan(Duration.ofSeconds(20)),
                directory);

        assertThat(outcome.exactness().lost()).isZero();
        assertThat(outcome.exactness().duplicated()).isZero();
        assertThat(outcome.exact()).isTrue();
        assertThat(outcome.kills()).isEqualTo(2);
        assertThat(outcome.repeated()).isPositive();
    }

    @Test
    void a_bot_that_keeps_nothing_and_knows_no_repeat_is_found_out() throws Exception {
        KillRun.Outcome outcome = KillRun.run(ForgetfulBot.subject(), new H2Storage(), Mode.WEBHOOK,
                plan(Duration.ofSeconds(4)), directory);

        assertThat(outcome.exactness().lost()).isPositive();
        assertThat(outcome.exactness().duplicated()).isPositive();
        assertThat(outcome.exactness().unacknowledged()).isEqualTo(60);
        assertThat(outcome.exact()).isFalse();
    }

    private static KillPlan plan(Duration settle) {
        return new KillPlan(CROWD, 60, 60, 2, Duration.ofMillis(200), Duration.ofMillis(500), settle,
                Duration.ofMillis(700),
                new Stage.Manner(4, new Repeats(0.2, 5), new RetryPolicy(0.01), 5, QUIET));
    }
}
