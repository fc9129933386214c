package org.covigie.bot.feed;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.covigie.bot.web.Fetched;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far feeds were read. */
@Component
class FeedStore {
    private static final int LONGEST_TAG = 1000;
    private static final int LONGEST_DATE = 100;

    private final JdbcClient db;

    FeedStore(JdbcClient db) {
        this.db = db;
    }

    /** An entry that was seen; without a synthesis it is announced by nobody. */
    record Seen(UUID id, UUID wording, @Nullable UUID synthesis) {}

    /** The version that was read last; empty when it never was. */
    Optional<Fetched.Version> version(UUID feed) {
        return db.sql("select tag, modified from feed where id = :id").param("id", feed)
                .query((row, n) -> new Fetched.Version(row.getString("tag"), row.getString("modified"))).optional();
    }

    void began(UUID feed, Instant now) {
        db.sql("insert into feed (id, since) values (:id, :now)").param("id", feed).param("now", at(now)).update();
    }

    /** What is longer than any server's is not kept: then it is read whole again. */
    void read(UUID feed, Fetched.Version version) {
        db.sql("update feed set tag = :tag, modified = :modified where id = :id")
                .param("tag", fitting(version.tag(), LONGEST_TAG))
                .param("modified", fitting(version.modified(), LONGEST_DATE)).param("id", feed).update();
    }

    private static @Nullable String fitting(@Nullable String text, int most) {
        return text == null || text.length() > most ? null : text;
    }

    Map<UUID, Seen> seen(UUID feed) {
        return db.sql("select id, wording, synthesis_id from feed_entry where feed_id = :feed").param("feed", feed)
                .query((row, n) -> new Seen(row.getObject("id", UUID.class), row.getObject("wording", UUID.class),
                        row.getObject("synthesis_id", UUID.class)))
                .list().stream().collect(Collectors.toMap(Seen::id, Function.identity()));
    }

    void add(UUID feed, FeedEntry entry, @Nullable UUID synthesis, Instant now) {
        db.sql("insert into feed_entry (feed_id, id, wording, synthesis_id, seen_at) values (:feed, :id, :wording, :synthesis, "
                + ":now) on conflict do nothing").param("feed", feed).param("id", entry.id())
                .param("wording", entry.wording()).param("synthesis", synthesis).param("now", at(now)).update();
    }

    void says(UUID feed, FeedEntry entry, Instant now) {
        db.sql("update feed_entry set wording = :wording, seen_at = :now where feed_id = :feed and id = :id")
                .param("wording", entry.wording()).param("now", at(now)).param("feed", feed).param("id", entry.id())
                .update();
    }

    /** Forgets what has not been in the feed for so long. */
    void forget(UUID feed, Instant before) {
        db.sql("delete from feed_entry where feed_id = :feed and seen_at < :before").param("feed", feed)
                .param("before", at(before)).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
