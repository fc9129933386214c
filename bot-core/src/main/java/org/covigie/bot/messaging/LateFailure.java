package org.covigie.bot.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.covigie.bot.people.Address;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What follows when the platform took a message and says later that it could not deliver it; in the caller's transaction. */
@Component
class LateFailure {
    private static final int MOST_SHUT = 2;
    private static final int MOST_RATE = 1;
    private static final Duration AFTER_RATE = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final Changes changes;
    private final ChoiceStore choices;
    private final Lanes lanes;
    private final Outbox outbox;
    private final Channels channels;
    private final Sealer sealer;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    LateFailure(JdbcClient db, Changes changes, ChoiceStore choices, Lanes lanes, Outbox outbox, Channels channels,
            Sealer sealer,
            ApplicationEventPublisher events, InstantSource clock) {
        this.db = db;
        this.changes = changes;
        this.choices = choices;
        this.lanes = lanes;
        this.outbox = outbox;
        this.channels = channels;
        this.sealer = sealer;
        this.events = events;
        this.clock = clock;
    }

    void happened(String channel, String print, String code, boolean telling) {
        // words that were given up after two days cannot be sent again
        db.sql("update outbox set status = 'FAILED', code = :code where message_print = :print and status = 'SENT' "
                + "and body is null").param("code", code).param("print", print).update();
        List<OutboxRow> rows = db.sql("select " + OutboxRow.COLUMNS + " from outbox where message_print = :print "
                + "and status = 'SENT' order by id").param("print", print).query(OutboxRow::of).list();
        if (rows.isEmpty()) {
            return;
        }
        Set<String> lane = Set.of(rows.getFirst().lane());
        lanes.take(Way.OUT, lane);
        choices.failed(rows.getFirst().lane(), print);
        Trouble trouble = channels.on(channel) ? channels.named(channel).trouble(code) : Trouble.OTHER;
        switch (trouble) {
            case WINDOW -> {
                shut(rows.getFirst());
                rows.forEach(row -> once(row, code, MOST_SHUT, null));
            }
            case RATE -> rows.forEach(row -> once(row, code, MOST_RATE, clock.instant().plus(AFTER_RATE)));
            case BLOCKED, OPTED_OUT, VANISHED, WRONG_ADDRESS -> gone(rows, code, telling);
            case WITHHELD -> {
                Address chat = rows.getFirst().to(sealer);
                rows.forEach(row -> failed(row, code));
                if (telling) {
                    events.publishEvent(new Undelivered(chat, code));
                }
            }
            case CONTENT -> rows.forEach(row -> inNumbers(row, code));
            case SETTINGS, PROVIDER, OTHER -> rows.forEach(row -> failed(row, code));
        }
        lanes.wake(Way.OUT, lane);
    }

    /** The platform knows better when the person last wrote; unless that was after it was called. */
    private void shut(OutboxRow row) {
        Instant called = row.calledAt() == null ? clock.instant() : row.calledAt();
        db.sql("update lane set heard_at = null where chat = :lane and way = 'OUT' and heard_at <= :called")
                .param("lane", row.lane()).param("called", Times.column(called)).update();
    }

    private void once(OutboxRow row, String code, int most, @Nullable Instant notBefore) {
        Letter letter = sealer.open(row.body(), Letter.class);
        if (row.repeats() >= most || letter.outgoing() instanceof Outgoing.Opener) {
            failed(row, code);
        } else if (changes.settled(row, "FAILED", code)) {
            changes.insteadOf(row, notBefore, false);
        }
    }

    /** It may be the buttons that were not taken: the same words go once more with their choices as lines. */
    private void inNumbers(OutboxRow row, String code) {
        Letter numbered = sealer.open(row.body(), Letter.class).inNumbers();
        if (numbered == null) {
            failed(row, code);
        } else if (changes.settled(row, "FAILED", code)) {
            changes.insteadOf(row.saying(sealer.seal(numbered)), null, false);
        }
    }

    private void failed(OutboxRow row, String code) {
        if (changes.settled(row, "FAILED", code)) {
            otherwise(row);
        }
    }

    private void gone(List<OutboxRow> rows, String code, boolean telling) {
        OutboxRow first = rows.getFirst();
        LaneState lane = LaneState.of(db, first.lane());
        Instant called = first.calledAt();
        // who has written since is there again
        boolean back = lane.heardAt() != null && called != null && lane.heardAt().isAfter(called);
        Address chat = first.to(sealer);
        for (OutboxRow row : rows) {
            if (changes.settled(row, "FAILED", code)) {
                if (row.awaits() && row.repeats() < MOST_SHUT) {
                    changes.insteadOf(row, null, !back);
                }
                otherwise(row);
            }
        }
        if (!back) {
            changes.close(first.lane());
            // several messages may have been under way when the chat was closed
            if (telling && !lane.closed()) {
                events.publishEvent(new ChatGone(chat, code));
            }
        }
    }

    private void otherwise(OutboxRow row) {
        Post otherwise = sealer.open(row.body(), Letter.class).otherwise();
        if (otherwise != null) {
            outbox.post(otherwise);
        }
    }
}
