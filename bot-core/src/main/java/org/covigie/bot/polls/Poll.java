package org.covigie.bot.polls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A poll in one of its states; what may happen to it next is a method of the state it is in. */
sealed interface Poll {
    PollRow row();

    static Poll of(PollRow row) {
        return switch (row.status) {
            case OPEN -> new Open(row);
            case CLOSING -> new Closing(row);
            case CLOSED -> new Closed(row);
        };
    }

    /** Takes votes. */
    record Open(PollRow row) implements Poll {
        /** Waits for the platform to close it and to tell its counts. */
        Closing closing(Instant now) {
            end(row, PollRow.Status.CLOSING, now);
            return new Closing(row);
        }

        Closed closed(@Nullable Tally tally, Instant now) {
            end(row, PollRow.Status.CLOSED, now);
            row.counts = tally == null ? null : tally.written();
            return new Closed(row);
        }

        private static void end(PollRow row, PollRow.Status status, Instant now) {
            row.status = status;
            row.closedAt = now;
            row.nudgeAt = null;
            row.askedNudgeAt = null;
        }
    }

    /** Takes no votes any more; the platform has yet to tell how many there were. */
    record Closing(PollRow row) implements Poll {
        Closed closed(@Nullable Tally tally) {
            row.status = PollRow.Status.CLOSED;
            row.counts = tally == null ? null : tally.written();
            return new Closed(row);
        }
    }

    /** Its result is known, or will never be. */
    record Closed(PollRow row) implements Poll {}
}
