package org.covigie.bot.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to a request in whatever order, it is approved only by a decision, and a decision is the last one. */
class EnrolmentStatesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final long CLAIRE = 1;

    static java.util.stream.LongStream seeds() {
        return java.util.stream.LongStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noPathLeadsToApprovalWithoutADecisionAndNoneLeadsAwayFromOne(long seed) {
        Random random = new Random(seed);
        EnrolmentRow row = new EnrolmentRow();
        boolean decided = false;
        for (int step = 0; step < 20; step++) {
            EnrolmentStatus before = row.status;
            int choice = random.nextInt(5);
            switch (Enrolment.of(row)) {
                case Enrolment.Requested requested -> {
                    switch (choice) {
                        case 0 -> requested.queue();
                        case 1 -> requested.expire(NOW);
                        case 2 -> requested.decline(CLAIRE, NOW);
                        case 3 -> {
                            requested.approve(CLAIRE, NOW);
                            decided = true;
                        }
                        default -> assertThat(row.status).isEqualTo(before);
                    }
                }
                case Enrolment.Waiting waiting -> {
                    if (choice == 2) {
                        waiting.decline(CLAIRE, NOW);
                    } else if (choice == 3) {
                        waiting.approve(CLAIRE, NOW);
                        decided = true;
                    }
                }
                case Enrolment.Approved approved -> approved.enter(NOW);
                case Enrolment.Declined declined -> assertThat(declined.row().decidedAt).isEqualTo(NOW);
                case Enrolment.Expired expired -> assertThat(expired.row().decidedBy).isNull();
            }
            boolean wasOpen = Enrolments.OPEN.contains(before);
            assertThat(wasOpen || row.status == before).as("a decision stands").isTrue();
            assertThat(row.status == EnrolmentStatus.APPROVED).isEqualTo(decided);
            assertThat(row.enteredAt == null || row.status == EnrolmentStatus.APPROVED).isTrue();
        }
    }
}
