package org.covigie.bot.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts right what was posted: what has not left leaves as it is now, what is there is changed where it stands, and where that
 * cannot be it is answered. In a group that the house keeps this is decided reader by reader. In the caller's transaction,
 * which should do little else: it holds the lanes of all readers.
 */
@Service
public class Corrections {
    /** No text is cut into more parts. */
    private static final int MOST_PARTS = 6;

    private final JdbcClient db;
    private final OutboxStore store;
    private final Lanes lanes;
    private final Sealer sealer;
    private final Channels channels;
    private final InstantSource clock;

    Corrections(JdbcClient db, OutboxStore store, Lanes lanes, Sealer sealer, Channels channels, InstantSource clock) {
        this.db = db;
        this.store = store;
        this.lanes = lanes;
        this.sealer = sealer;
        this.channels = channels;
        this.clock = clock;
    }

    private record Made(long id, String lane, Deliveries.Status status, boolean paced,
            byte @Nullable [] message, boolean over) {
        static Made of(ResultSet row, int number) throws SQLException {
            return new Made(row.getLong("id"), row.getString("lane"),
                    Deliveries.Status.valueOf(row.getString("status")), row.getBoolean("paced"),
                    row.getBytes("message"),
                    row.getObject("final_at") != null);
        }
    }

    /** Does it once; the keys of the correction's own posts keep a second time from doing it again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Correction.Done correct(Correction correction) {
        Map<String, List<OutboxStore.Draft>> anew = correction.anew() == null ? Map.of() : drafts(correction.anew());
        Map<String, List<OutboxStore.Draft>> answers = drafts(correction.answer());
        Set<String> taken = new TreeSet<>(answers.keySet());
        taken.addAll(anew.keySet());
        lanes.take(Way.OUT, taken);
        Map<String, List<Made>> made = made(correction.keys());
        List<OutboxStore.Entry> entries = new ArrayList<>();
        Set<Correction.Done> done = EnumSet.noneOf(Correction.Done.class);
        if (made.isEmpty()) {
            // so long ago that nothing is known of it any more
            answers.values().forEach(entries::addAll);
            done.add(Correction.Done.PUT_RIGHT);
        }
        boolean live = channels.of(correction.chat()).capabilities().live();
        made.forEach((lane, rows) -> {
            Correction.Done here = here(rows, live);
            done.add(here);
            switch (here) {
                case IN_TIME -> entries.addAll(anew.getOrDefault(lane, List.of()));
                case PUT_RIGHT -> entries.addAll(live
                        ? edit(correction, rows)
                        : answers.getOrDefault(lane, List.of()));
                case UNDER_WAY, NOWHERE -> {
                }
            }
        });
        if (!entries.isEmpty()) {
            store.enter(entries);
        }
        return Stream.of(Correction.Done.values()).filter(done::contains).findFirst().orElseThrow();
    }

    /** Calls back what waits, and says where the rest stands. */
    private Correction.Done here(List<Made> rows, boolean live) {
        boolean called = false;
        boolean underWay = false;
        boolean there = false;
        for (Made row : rows) {
            switch (row.status()) {
                case PENDING -> {
                    boolean inTime = calledBack(row);
                    called |= inTime;
                    underWay |= !inTime;
                }
                case SENDING -> underWay = true;
                case UNKNOWN -> {
                    underWay |= !row.over();
                    // may be there, and nobody will ever know
                    there |= row.over();
                }
                case SENT, DELIVERED, READ -> there = true;
                case FAILED, CANCELLED -> {
                }
            }
        }
        if (underWay && live) {
            // only once it is there is it known what to change
            return Correction.Done.UNDER_WAY;
        }
        if (there || underWay) {
            return Correction.Done.PUT_RIGHT;
        }
        return called ? Correction.Done.IN_TIME : Correction.Done.NOWHERE;
    }

    private boolean calledBack(Made row) {
        return db.sql("update outbox set status = 'CANCELLED', code = 'corrected', body = null, address = null, "
                + "waiting = false, final_at = :now where id = :id and status = 'PENDING'")
                .param("now", Times.column(clock.instant())).param("id", row.id()).update() == 1;
    }

    /** What was sent in several messages cannot be changed into one. */
    private List<OutboxStore.Draft> edit(Correction correction, List<Made> rows) {
        Set<String> messages = rows.stream().filter(row -> row.paced() && row.message() != null)
                .map(row -> sealer.openText(Objects.requireNonNull(row.message())))
                .collect(Collectors.toSet());
        Post answer = correction.answer();
        String once = Objects.requireNonNull(answer.once());
        if (messages.size() != 1 || correction.edited().text().length() > channels.of(correction.chat())
                .capabilities().maxText()) {
            return store.drafts(answer);
        }
        String message = messages.iterator().next();
        Post said = answer.outgoing() instanceof Outgoing.Text text
                ? answer.with(new Outgoing.Text(text.to(), text.topic(), message, null, text.text(), text.rows()))
                : answer;
        return store.drafts(Post.of(answer.kind(), new Outgoing.Edit(correction.chat(), message, correction.edited(),
                correction.anew() == null ? List.of() : correction.anew().outgoing().rows())).once(once)
                .or(said.once(once + "+")));
    }

    private Map<String, List<OutboxStore.Draft>> drafts(Post post) {
        return store.drafts(post).stream().collect(Collectors.groupingBy(OutboxStore.Draft::lane));
    }

    /** By lane. */
    private Map<String, List<Made>> made(Collection<String> keys) {
        List<String> parts = keys.stream().flatMap(key -> Stream.concat(Stream.of(key),
                Stream.iterate(2, n -> n <= MOST_PARTS, n -> n + 1).map(n -> key + "#" + n))).toList();
        return db.sql("select id, lane, status, paced, message, final_at from outbox where once_key in (:parts) "
                + "union all select id, lane, status, paced, message, final_at from outbox where copy_of in (:keys)")
                .param("parts", parts).param("keys", keys).query(Made::of).list().stream()
                .collect(Collectors.groupingBy(Made::lane));
    }
}
