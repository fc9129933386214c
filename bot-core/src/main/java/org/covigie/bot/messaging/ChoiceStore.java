package org.covigie.bot.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.covigie.bot.people.Address;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the numbers under the last messages that left for somebody stand for. Only what has left counts: a number is an answer
 * to what its writer has read, never to what still waits.
 */
@Component
class ChoiceStore {
    private static final Duration KEPT = Duration.ofHours(24);
    /** So many messages of ours can be answered by replying to them with a number. */
    private static final int MOST = 5;

    private final JdbcClient db;
    private final Sealer sealer;
    private final Channels channels;
    private final InstantSource clock;

    ChoiceStore(JdbcClient db, Sealer sealer, Channels channels, InstantSource clock) {
        this.db = db;
        this.sealer = sealer;
        this.channels = channels;
        this.clock = clock;
    }

    private record Body(List<Button> buttons) {}

    /**
     * This has left; in the caller's transaction.
     *
     * @param message the platform's id; null when it told none
     */
    void left(OutboxRow row, @Nullable String message) {
        if (!channels.on(row.channel()) || !channels.named(row.channel()).capabilities().hosted()) {
            return;
        }
        List<Button> buttons = Choices.of(sealer.open(row.body(), Letter.class).outgoing().rows());
        if (!buttons.isEmpty()) {
            String print = message == null ? "" : sealer.print(row.channel(), message);
            db.sql("delete from choice where lane = :lane and message_print = :print").param("lane", row.lane())
                    .param("print", print).update();
            db.sql("insert into choice (lane, message_print, number, body, at) values (:lane, :print, :number, :body, "
                    + ":now)").param("lane", row.lane()).param("print", print).param("number", row.id())
                    .param("body", sealer.seal(new Body(buttons))).param("now", Times.column(clock.instant())).update();
            db.sql("delete from choice where lane = :lane and message_print not in (select message_print from choice "
                    + "where lane = :lane order by at desc, number desc limit " + MOST + ")")
                    .param("lane", row.lane()).update();
        }
    }

    /** It did not arrive after all, so nobody can mean it; in the caller's transaction. */
    void failed(String lane, String print) {
        db.sql("delete from choice where lane = :lane and message_print = :print").param("lane", lane)
                .param("print", print).update();
    }

    /**
     * The buttons in the order of their numbers, of this message or of the newest that left; none when nothing was offered
     * within a day.
     *
     * @param message the platform's id of the message that is answered; null when none is named
     */
    List<Button> find(Address chat, @Nullable String message) {
        return db.sql("select body from choice where lane = :lane and at > :since"
                + (message == null ? "" : " and message_print = :print") + " order by at desc, number desc limit 1")
                .param("lane", sealer.lane(chat)).param("since", Times.column(clock.instant().minus(KEPT)))
                .param("print", message == null ? "" : sealer.print(chat.channel(), message))
                .query((row, n) -> sealer.open(row.getBytes("body"), Body.class)).optional().map(Body::buttons)
                .orElse(List.of());
    }

    void purge(Instant now) {
        db.sql("delete from choice where at <= :since").param("since", Times.column(now.minus(KEPT))).update();
    }
}
