package org.covigie.bot.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.covigie.bot.people.Address;
import org.jspecify.annotations.Nullable;

/** A row of the outbox that is not final yet. */
record OutboxRow(long id, String lane, String channel, boolean paced, boolean must, boolean awaits, boolean again,
        @Nullable String once, byte[] address, byte[] body, int attempts, Instant since) {
    static final String COLUMNS = "id, lane, channel, paced, must, awaits, again, once_key, address, body, attempts, since";

    static OutboxRow of(ResultSet row, int number) throws SQLException {
        return new OutboxRow(row.getLong("id"), row.getString("lane"), row.getString("channel"),
                row.getBoolean("paced"),
                row.getBoolean("must"), row.getBoolean("awaits"), row.getBoolean("again"),
                row.getString("once_key"), row.getBytes("address"),
                row.getBytes("body"), row.getInt("attempts"), Objects.requireNonNull(Times.instant(row, "since")));
    }

    /** The same with one attempt more. */
    OutboxRow called() {
        return new OutboxRow(id, lane, channel, paced, must, awaits, again, once, address, body, attempts + 1, since);
    }

    Address to(Sealer sealer) {
        String key = sealer.openText(address);
        return new Address(channel, key.substring(channel.length() + 1));
    }
}
