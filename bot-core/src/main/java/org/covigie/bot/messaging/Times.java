package org.covigie.bot.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Instants to and from columns, and how long to wait after a failure. */
final class Times {
    private Times() {}

    /** As both databases' drivers take it. */
    static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime columnOrNull(@Nullable Instant instant) {
        return instant == null ? null : column(instant);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** 1 s after the first failure, doubling up to {@code most}. */
    static Duration backOff(int attempts, Duration most) {
        Duration doubled = Duration.ofSeconds(1L << Math.clamp(attempts - 1L, 0, 20));
        return doubled.compareTo(most) > 0 ? most : doubled;
    }

    static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
