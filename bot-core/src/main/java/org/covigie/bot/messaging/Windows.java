package org.covigie.bot.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.covigie.bot.people.Address;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Whether words can reach somebody now, on channels that ask for a word of theirs first ({@link Capabilities#window}). */
@Service
public class Windows {
    private final JdbcClient db;
    private final Channels channels;
    private final Sealer sealer;
    private final InstantSource clock;

    Windows(JdbcClient db, Channels channels, Sealer sealer, InstantSource clock) {
        this.db = db;
        this.channels = channels;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** How somebody can be reached now. */
    public enum Reach {
        /** By any words. */
        OPEN,
        /** By an approved text only: the person has not written for too long, or never. */
        SHUT,
        /** Not at all: the person wants nothing more. */
        STOPPED,
        /** Not at all: the bot is blocked there, or the address is none any more. */
        GONE
    }

    /** How this person can be reached now. */
    public Reach reach(Address person) {
        return reach(LaneState.of(db, sealer.lane(person)), window(person));
    }

    /**
     * Until when any words reach this person; empty when none do now ({@link #reach} says why). {@link Instant#MAX} on a
     * channel that has no window.
     */
    public Optional<Instant> closes(Address person) {
        LaneState lane = LaneState.of(db, sealer.lane(person));
        Duration window = window(person);
        if (reach(lane, window) != Reach.OPEN) {
            return Optional.empty();
        }
        Instant heard = lane.heardAt();
        return Optional.of(window == null || heard == null ? Instant.MAX : heard.plus(window));
    }

    private Reach reach(LaneState lane, @Nullable Duration window) {
        if (lane.stopped()) {
            return Reach.STOPPED;
        }
        if (lane.closed()) {
            return Reach.GONE;
        }
        return lane.shut(window, clock.instant()) ? Reach.SHUT : Reach.OPEN;
    }

    private @Nullable Duration window(Address person) {
        return channels.on(person.channel()) ? channels.of(person).capabilities().window() : null;
    }
}
