package org.covigie.bot.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts waiting chatter for one person together: each message costs money there, and only so many a minute are allowed. */
@Component
class Joining {
    private static final int MOST = 50;

    private final JdbcClient db;
    private final Channels channels;
    private final Sealer sealer;

    Joining(JdbcClient db, Channels channels, Sealer sealer) {
        this.db = db;
        this.channels = channels;
        this.sealer = sealer;
    }

    /** This row, due now, and those after it that fit into the same message; in the caller's transaction. */
    Parcel from(OutboxRow head, Instant now) {
        Rich first = head.chatter() ? joinable(head) : null;
        if (first == null) {
            return Parcel.of(head);
        }
        int room = channels.of(head.to(sealer)).capabilities().maxText() - weight(first);
        List<OutboxRow> rows = new ArrayList<>(List.of(head));
        for (OutboxRow row : after(head, now)) {
            Rich text = joinable(row);
            if (text == null || weight(text) + 1 > room) {
                break;
            }
            room -= weight(text) + 1;
            rows.add(row);
        }
        return new Parcel(List.copyOf(rows));
    }

    /** With what a channel may write for its marks, one sign before and one after. */
    private static int weight(Rich text) {
        return text.text().length() + 2 * text.marks().size();
    }

    private List<OutboxRow> after(OutboxRow head, Instant now) {
        return db.sql("select " + OutboxRow.COLUMNS + " from outbox where lane = :lane and final_at is null "
                + "and status = 'PENDING' and chatter and paced and not waiting and id > :head "
                + "and (not_before is null or not_before <= :now) order by id limit " + (MOST - 1))
                .param("lane", head.lane()).param("head", head.id()).param("now", Times.column(now))
                .query(OutboxRow::of).list();
    }

    /** What was being sent, or may have been, together with this row. */
    Parcel again(OutboxRow head) {
        return new Parcel(db.sql("select " + OutboxRow.COLUMNS + " from outbox where lane = :lane "
                + "and final_at is null and status = :status and (id = :head or joined = :head) order by id")
                .param("lane", head.lane()).param("status", head.status().name()).param("head", head.id())
                .query(OutboxRow::of).list());
    }

    /** What is really sent; the same rows give the same again. */
    Outgoing outgoing(Parcel parcel) {
        Outgoing first = open(parcel.head()).to(parcel.head().to(sealer));
        return parcel.rows().size() == 1 || !(first instanceof Outgoing.Text text)
                ? first
                : new Outgoing.Text(text.to(), null, null, null, joined(parcel), List.of());
    }

    private Rich joined(Parcel parcel) {
        StringBuilder text = new StringBuilder();
        List<Rich.Mark> marks = new ArrayList<>();
        for (OutboxRow row : parcel.rows()) {
            if (open(row) instanceof Outgoing.Text one) {
                int start = text.isEmpty() ? 0 : text.append('\n').length();
                text.append(one.text().text());
                one.text().marks().forEach(
                        m -> marks.add(new Rich.Mark(m.style(), m.start() + start, m.length(), m.link())));
            }
        }
        return new Rich(text.toString(), List.copyOf(marks));
    }

    /** Its text, when that is all there is to it. */
    private @Nullable Rich joinable(OutboxRow row) {
        return open(row) instanceof Outgoing.Text text && text.rows().isEmpty() && text.replyTo() == null
                && text.topic() == null && text.onlyFor() == null && !text.text().text().isEmpty()
                        ? text.text()
                        : null;
    }

    private Outgoing open(OutboxRow row) {
        return sealer.open(row.body(), Letter.class).outgoing();
    }
}
