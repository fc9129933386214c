package org.covigie.bot.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds back what must not leave now: the person has not written for too long, cannot be reached, or wants nothing more. */
@Component
class Window {
    /** What waits in vain is given up after that. */
    static final Duration WAITS = Duration.ofDays(7);
    /** What people said to each other is worth less, and must not be kept longer. */
    static final Duration CHATTER_WAITS = Duration.ofHours(48);
    private static final Duration BETWEEN_KNOCKS = Duration.ofHours(24);

    private final JdbcClient db;
    private final Lanes lanes;
    private final Channels channels;
    private final Sealer sealer;
    private final InstantSource clock;

    Window(JdbcClient db, Lanes lanes, Channels channels, Sealer sealer, InstantSource clock) {
        this.db = db;
        this.lanes = lanes;
        this.channels = channels;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Whether this message is not to be sent as it stands; {@link #hold} says what becomes of it. */
    boolean holds(OutboxRow row, LaneState lane) {
        if (lane.stopped() && !row.despite()) {
            return true;
        }
        if (!channels.on(row.channel())) {
            return false;
        }
        Duration window = capabilities(row).window();
        return window != null
                && (lane.closed() || lane.shut(window, clock.instant()) && !(outgoing(row) instanceof Outgoing.Opener));
    }

    /** In the transaction in which the lane is worked off. */
    void hold(OutboxRow row) {
        // the person may be writing at this moment: with the lane's row taken that has been seen or will see this row
        lanes.take(Way.OUT, Set.of(row.lane()));
        LaneState lane = LaneState.of(db, row.lane());
        if (!holds(row, lane)) {
            return;
        }
        if (lane.stopped() && !row.despite()) {
            cancel(row, "stopped");
        } else if (lane.closed()) {
            await(row);
        } else {
            knock(row, lane);
        }
    }

    private void knock(OutboxRow row, LaneState lane) {
        Letter letter = sealer.open(row.body(), Letter.class);
        Opening opening = letter.opening();
        if (opening == null || !capabilities(row).openings().contains(opening)) {
            await(row);
            return;
        }
        Outgoing.Opener opener = new Outgoing.Opener(row.to(sealer), opening, letter.variables());
        if (!opening.replaces()) {
            await(row);
            insert(row, lane, opener);
        } else if (letter.continued()) {
            // the approved text has said it all
            cancel(row, "window");
        } else {
            db.sql("update outbox set body = :body where id = :id and status = 'PENDING'")
                    .param("body", sealer.seal(new Letter(opener, letter.otherwise(), null, letter.variables(), false)))
                    .param("id", row.id()).update();
        }
    }

    /** One for each time the window is shut, and no more than one a day. */
    private void insert(OutboxRow row, LaneState lane, Outgoing.Opener opener) {
        Instant now = clock.instant();
        Instant last = lane.knockedAt();
        if (lane.knocked() || last != null && last.plus(BETWEEN_KNOCKS).isAfter(now)) {
            return;
        }
        db.sql("update lane set knocked = true, knocked_at = :now where chat = :lane and way = 'OUT'")
                .param("now", Times.column(now)).param("lane", row.lane()).update();
        db.sql("insert into outbox (lane, channel, kind, paced, must, awaits, despite, address, body, created_at, since) "
                + "values (:lane, :channel, :kind, true, true, false, :despite, :address, :body, :now, :now)")
                .param("lane", row.lane()).param("channel", row.channel())
                .param("kind", "opener." + opener.opening().name().toLowerCase(Locale.ROOT))
                .param("despite", row.despite()).param("address", row.address())
                .param("body", sealer.seal(Letter.of(opener))).param("now", Times.column(now)).update();
    }

    private void await(OutboxRow row) {
        db.sql("update outbox set waiting = true, code = 'window' where id = :id and status = 'PENDING'")
                .param("id", row.id()).update();
    }

    private void cancel(OutboxRow row, String code) {
        db.sql("update outbox set status = 'CANCELLED', code = :code, body = null, address = null, final_at = :now "
                + "where id = :id and status = 'PENDING'").param("code", code)
                .param("now", Times.column(clock.instant())).param("id", row.id()).update();
    }

    private Outgoing outgoing(OutboxRow row) {
        return sealer.open(row.body(), Letter.class).outgoing();
    }

    private Capabilities capabilities(OutboxRow row) {
        return channels.named(row.channel()).capabilities();
    }
}
