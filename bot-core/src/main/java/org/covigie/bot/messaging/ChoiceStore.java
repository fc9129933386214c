package org.covigie.bot.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.covigie.bot.people.Address;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the numbers under the last message to somebody stand for; older ones mean nothing any more. */
@Component
class ChoiceStore {
    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient db;
    private final Sealer sealer;
    private final InstantSource clock;

    ChoiceStore(JdbcClient db, Sealer sealer, InstantSource clock) {
        this.db = db;
        this.sealer = sealer;
        this.clock = clock;
    }

    private record Body(List<Button> buttons) {}

    /** What is to be remembered of something that goes out; null when it offers no choice. */
    byte @org.jspecify.annotations.Nullable [] sealed(Outgoing outgoing) {
        List<Button> buttons = switch (outgoing) {
            case Outgoing.Text text -> Choices.of(text.rows());
            case Outgoing.File file -> Choices.of(file.rows());
            case Outgoing.Edit edit -> List.of();
            case Outgoing.Reaction reaction -> List.of();
            case Outgoing.PressAnswer press -> List.of();
            case Outgoing.Forward forward -> List.of();
            case Outgoing.Poll poll -> List.of();
            case Outgoing.PollEnd end -> List.of();
            case Outgoing.Invitation invitation -> List.of();
            case Outgoing.InvitationEnd end -> List.of();
            case Outgoing.Admission admission -> List.of();
            case Outgoing.Removal removal -> List.of();
            case Outgoing.Media media -> List.of();
            case Outgoing.Opener opener -> List.of();
        };
        return buttons.isEmpty() ? null : sealer.seal(new Body(buttons));
    }

    /** In the caller's transaction, with the lane's row taken. */
    void put(String lane, byte[] body) {
        Instant now = clock.instant();
        int changed = db.sql("update choice set body = :body, at = :now where lane = :lane").param("body", body)
                .param("now", Times.column(now)).param("lane", lane).update();
        if (changed == 0) {
            db.sql("insert into choice (lane, body, at) values (:lane, :body, :now)").param("lane", lane)
                    .param("body", body).param("now", Times.column(now)).update();
        }
    }

    /** The buttons in the order of their numbers; none when nothing was offered within a day. */
    List<Button> find(Address chat) {
        return db.sql("select body from choice where lane = :lane and at > :since").param("lane", sealer.lane(chat))
                .param("since", Times.column(clock.instant().minus(KEPT)))
                .query((row, n) -> sealer.open(row.getBytes("body"), Body.class)).optional().map(Body::buttons)
                .orElse(List.of());
    }

    void purge(Instant now) {
        db.sql("delete from choice where at <= :since").param("since", Times.column(now.minus(KEPT))).update();
    }
}
