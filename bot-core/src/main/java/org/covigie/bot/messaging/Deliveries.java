package org.covigie.bot.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What became of what was posted, for the operator: never to whom, never the words. Kept for 30 days. */
@Service
public class Deliveries {
    private static final int MOST = 200;

    private final JdbcClient db;

    Deliveries(JdbcClient db) {
        this.db = db;
    }

    /**
     * Where a delivery stands: {@code FAILED} for good, with the provider's code; {@code UNKNOWN}: may have been sent and is
     * never sent again blindly. The last six are final once {@link Delivery#finalAt} is set; where the platform tells what
     * became of its messages, that is when it did, and {@code UNKNOWN} is asked about until then. {@code DELIVERED} may still
     * become {@code READ}.
     */
    public enum Status {
        PENDING, SENDING, SENT, DELIVERED, READ, FAILED, UNKNOWN, CANCELLED
    }

    /**
     * One delivery.
     *
     * @param kind     what it was for, the post's kind
     * @param code     the provider's last code, where there was one
     * @param attempts how often the provider was called
     */
    public record Delivery(long id, String channel, String kind, Status status, @Nullable String code, int attempts,
            Instant createdAt, @Nullable Instant finalAt) {}

    /** A page of deliveries, newest first; the first page is 0, {@code size} at most 200. */
    public record Page(List<Delivery> items, int page, int size, long total) {}

    /** A page of those with this status, or of all when null. */
    public Page page(@Nullable Status status, int page, int size) {
        int most = Math.clamp(size, 1, MOST);
        String where = status == null ? "" : " where status = '" + status.name() + "'";
        long total = db.sql("select count(*) from outbox" + where).query(Long.class).single();
        List<Delivery> items = db
                .sql("select id, channel, kind, status, code, attempts, created_at, final_at from outbox"
                        + where + " order by id desc limit :size offset :first")
                .param("size", most)
                .param("first", (long) Math.max(0, page) * most)
                .query((row, n) -> delivery(row))
                .list();
        return new Page(items, Math.max(0, page), most, total);
    }

    /** How many there are of each status; every status is a key. */
    public Map<Status, Long> counts() {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            counts.put(status, 0L);
        }
        db.sql("select status, count(*) as n from outbox group by status")
                .query(row -> {
                    counts.put(Status.valueOf(row.getString("status")), row.getLong("n"));
                });
        return counts;
    }

    /** What became of a post for good. */
    public enum Fate {
        /** Sent, to one person at least where it went to each of a group. */
        ARRIVED,
        /** May be there; nobody will ever know. */
        UNKNOWN,
        /** It is not there and will not be. */
        NEVER
    }

    /**
     * Which of these posts, named by their keys, are over, and how. What was made before this moment and is not sent counts as
     * over, and so does what is not kept any more.
     */
    public Map<String, Fate> ended(List<String> keys, Instant before) {
        Map<String, Fate> ended = new HashMap<>();
        if (keys.isEmpty()) {
            return ended;
        }
        keys.forEach(key -> ended.put(key, Fate.NEVER));
        // the row itself, or the copies for each of a group: either is found by its own index
        db.sql("""
                select post, max(case when status in ('SENT', 'DELIVERED', 'READ') then 1 else 0 end) as sent,
                       max(case when status = 'UNKNOWN' then 1 else 0 end) as perhaps,
                       max(case when status in ('PENDING', 'SENDING', 'UNKNOWN') and final_at is null
                                     and created_at >= :before then 1 else 0 end) as open
                from (select once_key as post, status, final_at, created_at from outbox where once_key in (:keys)
                      union all
                      select copy_of as post, status, final_at, created_at from outbox where copy_of in (:keys)) made
                group by post""").param("keys", keys).param("before", Times.column(before)).query(row -> {
            String key = Objects.requireNonNull(row.getString("post"));
            boolean sent = row.getInt("sent") > 0;
            if (sent) {
                ended.put(key, Fate.ARRIVED);
            } else if (row.getInt("open") == 0) {
                ended.put(key, row.getInt("perhaps") > 0 ? Fate.UNKNOWN : Fate.NEVER);
            } else {
                ended.remove(key);
            }
        });
        return ended;
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(row.getLong("id"), row.getString("channel"), row.getString("kind"),
                Status.valueOf(row.getString("status")), row.getString("code"), row.getInt("attempts"),
                Objects.requireNonNull(Times.instant(row, "created_at")), Times.instant(row, "final_at"));
    }

    /** How many updates were given up as undeliverable to any handler and are kept, sealed, for the operator. */
    public long deadUpdates() {
        return db.sql("select count(*) from inbox where status = 'DEAD'").query(Long.class).single();
    }
}
