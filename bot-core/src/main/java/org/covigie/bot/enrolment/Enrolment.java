package org.covigie.bot.enrolment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request in one of its states; what may happen to it next is a method of the state it is in. */
sealed interface Enrolment {
    EnrolmentRow row();

    static Enrolment of(EnrolmentRow row) {
        return switch (row.status) {
            case REQUESTED -> new Requested(row);
            case WAITING_LIST -> new Waiting(row);
            case APPROVED -> new Approved(row);
            case DECLINED -> new Declined(row);
            case EXPIRED -> new Expired(row);
        };
    }

    /** May still be decided. */
    sealed interface Open extends Enrolment {
        /** By the animator or a deputy; {@code by} is null when an administrator let the person in by the platform's own means. */
        default Approved approve(@Nullable Long by, Instant now) {
            decided(EnrolmentStatus.APPROVED, by, now);
            return new Approved(row());
        }

        default Declined decline(@Nullable Long by, Instant now) {
            decided(EnrolmentStatus.DECLINED, by, now);
            return new Declined(row());
        }

        private void decided(EnrolmentStatus status, @Nullable Long by, Instant now) {
            row().status = status;
            row().decidedBy = by;
            row().decidedAt = now;
        }
    }

    /** Nobody has decided yet. */
    record Requested(EnrolmentRow row) implements Open {
        Waiting queue() {
            row.status = EnrolmentStatus.WAITING_LIST;
            return new Waiting(row);
        }

        Expired expire(Instant now) {
            row.status = EnrolmentStatus.EXPIRED;
            row.decidedAt = now;
            return new Expired(row);
        }
    }

    /** On the waiting list; does not expire. */
    record Waiting(EnrolmentRow row) implements Open {}

    /** Has a place: reserved until the person has entered. */
    record Approved(EnrolmentRow row) implements Enrolment {
        Approved enter(Instant now) {
            row.enteredAt = now;
            return this;
        }

        /** The person did not come in time: the place is free again. */
        Expired lapse(Instant now) {
            row.status = EnrolmentStatus.EXPIRED;
            row.decidedAt = now;
            return new Expired(row);
        }
    }

    record Declined(EnrolmentRow row) implements Enrolment {}

    record Expired(EnrolmentRow row) implements Enrolment {}
}
