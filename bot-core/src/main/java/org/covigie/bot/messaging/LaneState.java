package org.covigie.bot.messaging;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is known of a chat's way out, as the columns of its lane say it.
 *
 * @param textFrom   no message before then; with bursts, the end of what was borrowed
 * @param burstFrom  when the present burst began
 * @param burstCount messages in it so far
 * @param heardAt    when the person last wrote
 * @param knocked    whether an approved text went out since
 */
record LaneState(boolean closed, boolean stopped, @Nullable Instant laterUntil, @Nullable Instant textFrom,
        @Nullable Instant slotAt, @Nullable Instant burstFrom, int burstCount, @Nullable Instant heardAt,
        boolean knocked, @Nullable Instant knockedAt) {
    /** The platform's clock need not agree with ours, and a call takes its time. */
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final LaneState NEW = new LaneState(false, false, null, null, null, null, 0, null, false, null);

    static LaneState of(JdbcClient db, String lane) {
        return db.sql("select closed, stopped, later_until, text_from, slot_at, burst_from, burst_count, heard_at, "
                + "knocked, knocked_at from lane where chat = :lane and way = 'OUT'").param("lane", lane)
                .query((row, n) -> new LaneState(row.getBoolean("closed"), row.getBoolean("stopped"),
                        Times.instant(row, "later_until"), Times.instant(row, "text_from"),
                        Times.instant(row, "slot_at"), Times.instant(row, "burst_from"), row.getInt("burst_count"),
                        Times.instant(row, "heard_at"), row.getBoolean("knocked"), Times.instant(row, "knocked_at")))
                .optional().orElse(NEW);
    }

    /** Whether only an approved text may be sent now, on a channel with this window. */
    boolean shut(@Nullable Duration window, Instant now) {
        return window != null && (heardAt == null || !heardAt.plus(window).minus(MARGIN).isAfter(now));
    }
}
