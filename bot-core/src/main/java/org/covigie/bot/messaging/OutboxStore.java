package org.covigie.bot.messaging;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.covigie.bot.people.Address;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The outbox's rows as others than their own lane change them; every method runs in the caller's transaction. */
@Component
class OutboxStore {
    private static final int LONGEST_KIND = 40;
    private static final int LONGEST_ONCE = 100;

    private final JdbcTemplate jdbc;
    private final Lanes lanes;
    private final Sealer sealer;
    private final Channels channels;
    // asked for late: who is behind a group posts things too
    private final ObjectProvider<Audience> audiences;
    private final InstantSource clock;

    OutboxStore(JdbcTemplate jdbc, Lanes lanes, Sealer sealer, Channels channels, ObjectProvider<Audience> audiences,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.lanes = lanes;
        this.sealer = sealer;
        this.channels = channels;
        this.audiences = audiences;
        this.clock = clock;
    }

    /** A row to be: everything that can be done before the database is needed is done. */
    record Draft(String lane, String channel, String kind, @Nullable String once, boolean paced, boolean must,
            boolean awaits, byte[] address, byte[] body) {}

    List<Draft> drafts(Post post) {
        Address chat = post.outgoing().to();
        if (channels.on(chat.channel()) && channels.of(chat).capabilities().hosted()
                && channels.of(chat).group(chat)) {
            return audiences.orderedStream().flatMap(audience -> audience.each(post).stream())
                    .flatMap(copy -> rows(copy).stream()).toList();
        }
        return rows(post);
    }

    private List<Draft> rows(Post post) {
        String once = post.once();
        if (post.kind().length() > LONGEST_KIND || once != null && once.length() > LONGEST_ONCE) {
            throw new IllegalArgumentException("a kind or a key of a post is too long: " + post.kind());
        }
        Address to = post.outgoing().to();
        List<Draft> drafts = new ArrayList<>();
        for (Outgoing part : Parts.of(post.outgoing(), capabilities(to))) {
            int number = drafts.size() + 1;
            // parts have keys of their own, so that a second post loses all of them
            String key = once == null || number == 1 ? once : once + "#" + number;
            drafts.add(new Draft(sealer.lane(to), to.channel(), post.kind(), key, Letter.paced(part), post.must(),
                    post.awaits(), sealer.sealText(to.key()),
                    sealer.seal(new Letter(part, number == 1 ? post.otherwise() : null))));
        }
        return drafts;
    }

    private @Nullable Capabilities capabilities(Address to) {
        return channels.on(to.channel()) ? channels.of(to).capabilities() : null;
    }

    void insert(List<Draft> drafts) {
        Set<String> chats = drafts.stream().map(Draft::lane).collect(Collectors.toSet());
        Map<String, Boolean> closed = lanes.take(Way.OUT, chats);
        OffsetDateTime now = Times.column(clock.instant());
        jdbc.batchUpdate(
                "insert into outbox (lane, channel, kind, once_key, paced, must, awaits, waiting, address, body, "
                        + "created_at, since) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                drafts.stream().map(d -> new Object[]{d.lane(), d.channel(), d.kind(), d.once(), d.paced(), d.must(),
                        d.awaits(), d.awaits() && closed.getOrDefault(d.lane(), false), d.address(), d.body(), now,
                        now})
                        .toList());
        lanes.wake(Way.OUT, chats);
    }

    void opened(Address chat) {
        String lane = sealer.lane(chat);
        // people write in private all day long: only a chat known to be closed is worth its lock
        if (!jdbc.queryForList("select 1 from lane where chat = ? and way = 'OUT' and closed", lane).isEmpty()) {
            lanes.take(Way.OUT, Set.of(lane));
            release(lane);
            lanes.wake(Way.OUT, Set.of(lane));
        }
    }

    /** The chat can be reached (again). */
    void release(String lane) {
        jdbc.update("update lane set closed = false where chat = ? and way = 'OUT'", lane);
        jdbc.update("update outbox set waiting = false, since = ? where lane = ? and final_at is null and waiting",
                Times.column(clock.instant()), lane);
    }

    void cancel(Address chat) {
        String lane = sealer.lane(chat);
        lanes.take(Way.OUT, Set.of(lane));
        cancel(lane);
    }

    void cancel(String lane) {
        jdbc.update(
                "update outbox set status = 'CANCELLED', body = null, address = null, waiting = false, final_at = ? "
                        + "where lane = ? and final_at is null and status = 'PENDING'",
                Times.column(clock.instant()), lane);
    }

    void moved(Address from, Address to) {
        Set<String> chats = Set.of(sealer.lane(from), sealer.lane(to));
        if (chats.size() == 2) {
            lanes.take(Way.OUT, chats);
            jdbc.update("update outbox set lane = ?, channel = ?, address = ?, waiting = false "
                    + "where lane = ? and final_at is null and status = 'PENDING'", sealer.lane(to), to.channel(),
                    sealer.sealText(to.key()), sealer.lane(from));
            lanes.wake(Way.OUT, chats);
        }
    }

    /** Forgets deliveries from before then, and the chats of which nothing is left. */
    void purge(Instant before) {
        jdbc.update("delete from outbox where created_at < ?", Times.column(before));
        // who needs a lane that has just been deleted makes it anew
        jdbc.update("delete from lane where not exists (select 1 from inbox where inbox.lane = lane.chat) "
                + "and not exists (select 1 from outbox where outbox.lane = lane.chat)");
    }
}
