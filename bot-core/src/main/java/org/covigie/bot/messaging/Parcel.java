package org.covigie.bot.messaging;

import java.time.Instant;
import java.util.List;

/**
 * What leaves in one call: one row of the outbox, or several whose texts were put together.
 *
 * @param rows in the order of their ids; the first is the head, the others name it in their column {@code joined}
 */
record Parcel(List<OutboxRow> rows) {
    static Parcel of(OutboxRow row) {
        return new Parcel(List.of(row));
    }

    OutboxRow head() {
        return rows.getFirst();
    }

    List<Long> ids() {
        return rows.stream().map(OutboxRow::id).toList();
    }

    String lane() {
        return head().lane();
    }

    String channel() {
        return head().channel();
    }

    /** The same as it stands once its call has been written down. */
    Parcel called(Instant now) {
        return new Parcel(rows.stream().map(row -> row.called(now)).toList());
    }
}
