package org.covigie.bot.messaging;

import java.time.Duration;
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
    /** A window's length and more: a lane holds when the person last wrote. */
    private static final Duration HEARD = Duration.ofHours(30);

    private final JdbcTemplate jdbc;
    private final Lanes lanes;
    private final Sealer sealer;
    private final Channels channels;
    // asked for late: who is behind a group posts things too
    private final ObjectProvider<Audience> audiences;
    private final InstantSource clock;

    OutboxStore(JdbcTemplate jdbc, Lanes lanes, Sealer sealer, Channels channels,
            ObjectProvider<Audience> audiences, InstantSource clock) {
        this.jdbc = jdbc;
        this.lanes = lanes;
        this.sealer = sealer;
        this.channels = channels;
        this.audiences = audiences;
        this.clock = clock;
    }

    /** Something that changes a lane, made ready as far as can be before the database is needed. */
    sealed interface Entry {
        String lane();
    }

    /** A row to be. */
    record Draft(String lane, String channel, String kind, @Nullable String once, boolean paced, boolean must,
            boolean awaits, boolean chatter, boolean despite, @Nullable Instant notBefore, byte[] address, byte[] body)
            implements
                Entry {
        /** The same, to be sent although the person stopped everything. */
        Draft inspite() {
            return new Draft(lane, channel, kind, once, paced, must, awaits, chatter, true, notBefore, address, body);
        }
    }

    private record Heard(String lane, Instant at) implements Entry {}

    private record Cancelled(String lane, String once) implements Entry {}

    private record Stop(String lane) implements Entry {}

    private record Resume(String lane) implements Entry {}

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
        Capabilities channel = channels.on(to.channel()) ? channels.of(to).capabilities() : null;
        List<Draft> drafts = new ArrayList<>();
        for (Outgoing part : Parts.of(post.outgoing(), channel)) {
            int number = drafts.size() + 1;
            // parts have keys of their own, so that a second post loses all of them
            String key = once == null || number == 1 ? once : once + "#" + number;
            drafts.add(new Draft(sealer.lane(to), to.channel(), post.kind(), key, Letter.paced(part), post.must(),
                    post.awaits(), post.chatter(), false, post.notBefore(), sealer.sealText(to.key()),
                    sealer.seal(Letter.part(post, part, number))));
        }
        return drafts;
    }

    Entry heard(Address person, Instant at) {
        Instant now = clock.instant();
        return new Heard(sealer.lane(person), at.isAfter(now) ? now : at);
    }

    Entry cancelled(Address chat, String once) {
        if (!once.matches("[A-Za-z0-9:-]+")) {
            throw new IllegalArgumentException("a key's beginning has other signs");
        }
        return new Cancelled(sealer.lane(chat), once);
    }

    Entry stop(Address person) {
        return new Stop(sealer.lane(person));
    }

    Entry resume(Address person) {
        return new Resume(sealer.lane(person));
    }

    boolean stopped(Address person) {
        return !jdbc.queryForList("select 1 from lane where chat = ? and way = 'OUT' and stopped", sealer.lane(person))
                .isEmpty();
    }

    /** Does all this in its order; the lanes are taken at once. */
    void enter(List<Entry> entries) {
        Map<String, Lanes.Standing> standing = lanes.take(Way.OUT,
                entries.stream().map(Entry::lane).collect(Collectors.toSet()));
        List<Draft> drafts = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry instanceof Draft draft) {
                drafts.add(draft);
                continue;
            }
            insert(drafts, standing);
            drafts.clear();
            standing.put(entry.lane(), changed(entry, Lanes.Standing.of(entry.lane(), standing)));
        }
        insert(drafts, standing);
    }

    private Lanes.Standing changed(Entry entry, Lanes.Standing was) {
        return switch (entry) {
            case Draft draft -> was;
            case Heard(String lane, Instant at) -> heard(lane, at) ? new Lanes.Standing(false, was.stopped()) : was;
            case Cancelled(String lane, String once) -> {
                jdbc.update("update outbox set status = 'CANCELLED', body = null, address = null, waiting = false, "
                        + "final_at = ? where lane = ? and final_at is null and status = 'PENDING' and once_key like ?",
                        Times.column(clock.instant()), lane, once + "%");
                letGo(lane, once);
                yield was;
            }
            case Stop(String lane) -> {
                cancel(lane, "stopped");
                stopped(lane, true);
                yield new Lanes.Standing(was.closed(), true);
            }
            case Resume(String lane) -> {
                stopped(lane, false);
                yield new Lanes.Standing(was.closed(), false);
            }
        };
    }

    private void stopped(String lane, boolean stopped) {
        jdbc.update("update lane set stopped = ? where chat = ? and way = 'OUT'", stopped, lane);
    }

    private void insert(List<Draft> drafts, Map<String, Lanes.Standing> standing) {
        if (drafts.isEmpty()) {
            return;
        }
        OffsetDateTime now = Times.column(clock.instant());
        jdbc.batchUpdate(
                "insert into outbox (lane, channel, kind, once_key, copy_of, paced, must, awaits, waiting, chatter, despite, "
                        + "not_before, status, code, address, body, final_at, created_at, since) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                drafts.stream().map(d -> {
                    Lanes.Standing lane = Lanes.Standing.of(d.lane(), standing);
                    boolean stopped = lane.stopped() && !d.despite();
                    return new Object[]{d.lane(), d.channel(), d.kind(), d.once(), Post.copied(d.once()),
                            d.paced(), d.must(), d.awaits(),
                            d.awaits() && lane.closed() && !stopped, d.chatter(), d.despite(),
                            Times.columnOrNull(d.notBefore()), stopped ? "CANCELLED" : "PENDING",
                            stopped ? "stopped" : null, stopped ? null : d.address(), stopped ? null : d.body(),
                            stopped ? now : null, now, now};
                }).toList());
        lanes.wake(Way.OUT, drafts.stream().map(Draft::lane).collect(Collectors.toSet()));
    }

    /** Whether this is news; if so, what waited goes. */
    private boolean heard(String lane, Instant at) {
        boolean news = jdbc.update("update lane set heard_at = ?, closed = false, knocked = false "
                + "where chat = ? and way = 'OUT' and (heard_at is null or heard_at <= ?)", Times.column(at), lane,
                Times.column(at)) == 1;
        if (news && release(lane) > 0) {
            lanes.wake(Way.OUT, Set.of(lane));
        }
        return news;
    }

    void opened(Address chat) {
        String lane = sealer.lane(chat);
        // people write in private all day long: only a chat known to be closed is worth its lock
        if (!jdbc.queryForList("select 1 from lane where chat = ? and way = 'OUT' and closed", lane).isEmpty()) {
            lanes.take(Way.OUT, Set.of(lane));
            reopen(lane);
            lanes.wake(Way.OUT, Set.of(lane));
        }
    }

    /** The chat can be reached (again). */
    void reopen(String lane) {
        jdbc.update("update lane set closed = false where chat = ? and way = 'OUT'", lane);
        release(lane);
    }

    private int release(String lane) {
        return jdbc.update("update outbox set waiting = false, since = ? where lane = ? and final_at is null "
                + "and waiting", Times.column(clock.instant()), lane);
    }

    void cancel(Address chat) {
        String lane = sealer.lane(chat);
        lanes.take(Way.OUT, Set.of(lane));
        cancel(lane, null);
        letGo(lane, "");
    }

    /**
     * What was sent, or may have been, is not sent again either: its words go. What was put together with something that may
     * have been sent goes with it, since without it the platform cannot be asked about the rest.
     */
    private void letGo(String lane, String once) {
        OffsetDateTime now = Times.column(clock.instant());
        String meant = once.isEmpty() ? "" : " and once_key like '" + once + "%'";
        jdbc.update("update outbox set body = null, address = null, final_at = ? "
                + "where lane = ? and final_at is null and status = 'SENT'" + meant, now, lane);
        jdbc.update("update outbox set body = null, address = null, final_at = ? "
                + "where lane = ? and final_at is null and status = 'UNKNOWN' and coalesce(joined, id) in (select "
                + "coalesce(joined, id) from outbox where lane = ? and final_at is null and status = 'UNKNOWN'" + meant
                + ")", now, lane, lane);
    }

    void cancel(String lane, @Nullable String code) {
        jdbc.update(
                "update outbox set status = 'CANCELLED', code = ?, body = null, address = null, waiting = false, "
                        + "final_at = ? where lane = ? and final_at is null and status = 'PENDING'",
                code, Times.column(clock.instant()), lane);
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
                + "and not exists (select 1 from outbox where outbox.lane = lane.chat) "
                + "and not stopped and (heard_at is null or heard_at < ?)",
                Times.column(clock.instant().minus(HEARD)));
    }
}
