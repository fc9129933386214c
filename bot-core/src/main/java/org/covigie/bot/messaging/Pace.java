package org.covigie.bot.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.covigie.bot.people.Address;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a message may leave, by what the platform allows to one chat and to all chats together. Never sleeps. */
@Component
class Pace {
    /** A little more than the minute the platform counts, for calls that travel at different speeds. */
    private static final Duration MINUTE = Duration.ofSeconds(61);
    /** A little less than the platform allows, for calls that travel at different speeds: 28.8 of 30. */
    private static final double SHARE = 24 / 25.0;
    /** Who would have to wait longer for the distance to the last call asks again. */
    private static final Duration NEAR = Duration.ofSeconds(2);
    private static final int SMALL = 10;

    private final JdbcClient db;

    Pace(JdbcClient db) {
        this.db = db;
    }

    /** From when on the next message may go to this chat; in the past when it may go now. */
    Instant chatFrom(String lane, LaneState state, Channel channel, Address chat, Instant now) {
        Instant from = bursting(state, channel.capabilities(), now) ? now : Times.later(now, state.textFrom());
        int perMinute = channel.capabilities().perGroupMinute();
        if (perMinute <= 0 || !channel.group(chat)) {
            return from;
        }
        // the calls of the last minute are counted one by one: an average would let twice as many through at first
        Optional<Instant> first = db
                .sql("select called_at from outbox where lane = :lane and called_at > :since and paced "
                        + "order by called_at desc limit 1 offset " + (perMinute - 1))
                .param("lane", lane)
                .param("since", Times.column(now.minus(MINUTE))).query((row, n) -> Times.instant(row, "called_at"))
                .optional();
        return first.map(called -> Times.later(from, called.plus(MINUTE))).orElse(from);
    }

    /** Whether there is still something to borrow from the time after. */
    private static boolean bursting(LaneState state, Capabilities channel, Instant now) {
        return channel.burst() > 1 && state.burstFrom() != null
                && now.isBefore(state.burstFrom().plus(channel.perChat())) && state.burstCount() < channel.burst();
    }

    /**
     * Counts a message to this chat, from the call's end so that the platform never sees two closer than allowed; in the
     * caller's transaction. With bursts, what is borrowed adds up and is waited off before the next one.
     */
    void count(String lane, Capabilities channel, Instant now) {
        LaneState state = LaneState.of(db, lane);
        Instant owed = state.textFrom();
        boolean borrows = channel.burst() > 1 && owed != null && owed.isAfter(now);
        db.sql("update lane set text_from = :from, burst_from = :burst, burst_count = :count "
                + "where chat = :lane and way = 'OUT'")
                .param("from", Times.column((borrows && owed != null ? owed : now).plus(channel.perChat())))
                .param("burst", Times.columnOrNull(borrows ? state.burstFrom() : now))
                .param("count", borrows ? state.burstCount() + 1 : 1).param("lane", lane).update();
    }

    /**
     * When a message that may go to its chat now may go as far as the channel's overall pace is concerned; in the caller's
     * transaction.
     *
     * <p>The queue alone would let those who come late to their place, after a pause of the machine, all go at once: the
     * distance to the last call is kept as well. Those who come late together are each given a time of their own.
     *
     * @param reserved whether a place in the queue was given before, and its time has come
     */
    Slot slot(Channel channel, boolean reserved, Instant now) {
        int perSecond = channel.capabilities().perSecond();
        if (perSecond <= 0) {
            return new Slot(now, true);
        }
        long apart = apart(perSecond);
        State state = state(channel.name(), now);
        Instant place = reserved ? now : Times.later(now, state.queueEnds());
        Instant queueEnds = reserved ? state.queueEnds() : place.plusNanos(apart);
        Instant at = place.isAfter(now) ? place : Times.later(now, state.nextCall());
        boolean granted = !place.isAfter(now) && !at.isAfter(now.plus(NEAR));
        db.sql("update pace set queue_ends = :queue, next_call = :next where channel = :channel")
                .param("queue", Times.column(queueEnds))
                .param("next", Times.column(granted ? at.plusNanos(apart) : state.nextCall()))
                .param("channel", channel.name()).update();
        return new Slot(at, granted);
    }

    /**
     * @param at when
     * @param granted it is counted: at that time, now or in a moment, it goes without asking again. Else a place in the queue
     *     is kept until then
     */
    record Slot(Instant at, boolean granted) {}

    private record State(Instant queueEnds, Instant nextCall) {}

    private State state(String channel, Instant now) {
        Optional<State> state = select(channel);
        if (state.isEmpty()) {
            db.sql("insert into pace (channel, queue_ends, next_call) values (:channel, :now, :now) on conflict do nothing")
                    .param("channel", channel).param("now", Times.column(now)).update();
            state = select(channel);
        }
        return state.orElseThrow();
    }

    private Optional<State> select(String channel) {
        return db.sql("select queue_ends, next_call from pace where channel = :channel for update")
                .param("channel", channel)
                .query((row, n) -> new State(Objects.requireNonNull(Times.instant(row, "queue_ends")),
                        Objects.requireNonNull(Times.instant(row, "next_call"))))
                .optional();
    }

    /** Nanoseconds from one call to the next, over all chats together. */
    static long apart(int perSecond) {
        return (long) (1_000_000_000L / (perSecond > SMALL ? perSecond * SHARE : perSecond));
    }
}
