package org.covigie.bot.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.covigie.bot.people.Address;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox that still has its words.
 *
 * @param status   where it stood when it was read; a change is only made when it still stands there
 * @param since    from when on its 24 hours count
 * @param calledAt when the platform was last called
 * @param repeats  how many rows it took the place of
 * @param checks   how often the platform was asked whether it has it
 * @param missed   whether the platform said once that it has not
 */
record OutboxRow(long id, String lane, String channel, String kind, Deliveries.Status status, boolean paced,
        boolean must, boolean awaits, boolean again, boolean chatter, boolean despite, @Nullable String once,
        byte[] address, byte[] body, int attempts, int repeats, int checks, boolean missed, Instant createdAt,
        Instant since, @Nullable Instant notBefore, @Nullable Instant calledAt) {
    static final String COLUMNS = "id, lane, channel, kind, status, paced, must, awaits, again, chatter, despite, once_key, "
            + "address, body, attempts, repeats, checks, missed, created_at, since, not_before, called_at";

    static OutboxRow of(ResultSet row, int number) throws SQLException {
        return new OutboxRow(row.getLong("id"), row.getString("lane"), row.getString("channel"),
                row.getString("kind"), Deliveries.Status.valueOf(row.getString("status")), row.getBoolean("paced"),
                row.getBoolean("must"), row.getBoolean("awaits"), row.getBoolean("again"), row.getBoolean("chatter"),
                row.getBoolean("despite"), row.getString("once_key"), row.getBytes("address"), row.getBytes("body"),
                row.getInt("attempts"), row.getInt("repeats"), row.getInt("checks"), row.getBoolean("missed"),
                Objects.requireNonNull(Times.instant(row, "created_at")),
                Objects.requireNonNull(Times.instant(row, "since")), Times.instant(row, "not_before"),
                Times.instant(row, "called_at"));
    }

    /** The same as it stands once its call has been written down. */
    OutboxRow called(Instant now) {
        return new OutboxRow(id, lane, channel, kind, Deliveries.Status.SENDING, paced, must, awaits, again, chatter,
                despite, once, address, body, attempts + 1, repeats, checks, missed, createdAt, since, notBefore, now);
    }

    /** The same with other words. */
    OutboxRow saying(byte[] words) {
        return new OutboxRow(id, lane, channel, kind, status, paced, must, awaits, again, chatter, despite, once,
                address, words, attempts, repeats, checks, missed, createdAt, since, notBefore, calledAt);
    }

    Address to(Sealer sealer) {
        String key = sealer.openText(address);
        return new Address(channel, key.substring(channel.length() + 1));
    }
}
