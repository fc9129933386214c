package org.covigie.bot.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.covigie.bot.people.Address;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a message may leave, by what the platform allows to one chat and to all chats together. Never sleeps. */
@Component
class Pace {
    /** A little more than the minute the platform counts, for calls that travel at different speeds. */
    private static final Duration MINUTE = Duration.ofSeconds(61);
    /** A little less than the platform allows: 28 of 30. */
    private static final double SHARE = 14 / 15.0;
    private static final int SMALL = 10;

    private final JdbcClient db;

    Pace(JdbcClient db) {
        this.db = db;
    }

    /** From when on the next message may go to this chat; in the past when it may go now. */
    Instant chatFrom(String lane, @Nullable Instant textFrom, Channel channel, Address chat, Instant now) {
        Instant from = Times.later(now, textFrom);
        int perMinute = channel.capabilities().perGroupMinute();
        if (perMinute <= 0 || !channel.group(chat)) {
            return from;
        }
        // the calls of the last minute are counted one by one: an average would let twice as many through at first
        Optional<Instant> first = db.sql("select called_at from outbox where lane = :lane and called_at > :since and paced "
                + "order by called_at desc limit 1 offset " + (perMinute - 1)).param("lane", lane)
                .param("since", Times.column(now.minus(MINUTE))).query((row, n) -> Times.instant(row, "called_at"))
                .optional();
        return first.map(called -> Times.later(from, called.plus(MINUTE))).orElse(from);
    }

    /**
     * Reserves the next free slot of the channel, for good, and says when it is. In the caller's transaction. One row whose
     * time moves on by 1/rate with each message is enough: a message that comes late finds it in the past.
     */
    Instant slot(Channel channel, Instant now) {
        int perSecond = channel.capabilities().perSecond();
        if (perSecond <= 0) {
            return now;
        }
        Instant slot = Times.later(now, freeAt(channel.name(), now));
        double rate = perSecond > SMALL ? perSecond * SHARE : perSecond;
        db.sql("update pace set free_at = :free where channel = :channel").param("channel", channel.name())
                .param("free", Times.column(slot.plusNanos((long) (1_000_000_000L / rate)))).update();
        return slot;
    }

    private @Nullable Instant freeAt(String channel, Instant now) {
        for (int attempt = 0; attempt < 2; attempt++) {
            Optional<Instant> free = db.sql("select free_at from pace where channel = :channel for update")
                    .param("channel", channel).query((row, n) -> Times.instant(row, "free_at")).optional();
            if (free.isPresent()) {
                return free.get();
            }
            db.sql("insert into pace (channel, free_at) values (:channel, :now) on conflict do nothing")
                    .param("channel", channel).param("now", Times.column(now)).update();
        }
        return null;
    }
}
