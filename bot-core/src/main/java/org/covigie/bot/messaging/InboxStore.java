package org.covigie.bot.messaging;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts a sieved batch into the database: all of it in one transaction, or nothing. */
@Component
class InboxStore {
    private static final int TRIES = 3;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Lanes lanes;
    private final Durability durability;
    private final InstantSource clock;

    InboxStore(JdbcTemplate jdbc, PlatformTransactionManager transactions, Lanes lanes, Durability durability,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.lanes = lanes;
        this.durability = durability;
        this.clock = clock;
    }

    record Kept(String externalId, String lane, byte[] body) {}

    record Unreadable(String externalId, int bytes, String error) {}

    void store(String channel, List<Kept> kept, List<Unreadable> unreadable) {
        for (int attempt = 1;; attempt++) {
            try {
                Durability.Lifetime committed = transaction.execute(status -> {
                    insert(channel, kept, unreadable);
                    return durability.lifetime();
                });
                // also when all of it was there already: the first copy may be committed but not yet on the disk
                durability.settle(committed);
                return;
            } catch (ConcurrencyFailureException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            } catch (TransactionException e) {
                // no connection, or lost at the commit: for the caller the same as any other failure to store
                throw new DataAccessResourceFailureException("the batch cannot be stored now", e);
            }
        }
    }

    private void insert(String channel, List<Kept> kept, List<Unreadable> unreadable) {
        OffsetDateTime now = Times.column(clock.instant());
        if (!unreadable.isEmpty()) {
            jdbc.batchUpdate("insert into unreadable (channel, external_id, bytes, error, seen_at) "
                    + "values (?, ?, ?, ?, ?) on conflict do nothing",
                    unreadable.stream().map(u -> new Object[]{channel, u.externalId(), u.bytes(), u.error(), now})
                            .toList());
        }
        List<Kept> fresh = unseen(channel, kept, now);
        if (fresh.isEmpty()) {
            return;
        }
        Set<String> chats = fresh.stream().map(Kept::lane).collect(Collectors.toSet());
        lanes.take(Way.IN, chats);
        jdbc.batchUpdate("insert into inbox (lane, channel, external_id, body, received_at) values (?, ?, ?, ?, ?)",
                fresh.stream().map(k -> new Object[]{k.lane(), channel, k.externalId(), k.body(), now}).toList());
        lanes.wake(Way.IN, chats);
    }

    /** Those seen for the first time, still in their order. */
    private List<Kept> unseen(String channel, List<Kept> kept, OffsetDateTime now) {
        if (kept.isEmpty()) {
            return kept;
        }
        // sorted, so that two copies of one batch wait for each other in one order only
        List<String> ids = kept.stream().map(Kept::externalId).distinct().sorted(Comparator.naturalOrder()).toList();
        int[] inserted = jdbc.batchUpdate(
                "insert into inbox_seen (channel, external_id, seen_at) values (?, ?, ?) on conflict do nothing",
                ids.stream().map(id -> new Object[]{channel, id, now}).toList());
        Set<String> firsts = new HashSet<>();
        for (int i = 0; i < inserted.length; i++) {
            if (inserted[i] > 0) {
                firsts.add(ids.get(i));
            }
        }
        List<Kept> fresh = new ArrayList<>();
        for (Kept k : kept) {
            if (firsts.remove(k.externalId())) {
                fresh.add(k);
            }
        }
        return fresh;
    }

    /** Forgets what is so old that the platforms do not send it again, and what nobody looked at for a month. */
    void purge(Instant seenBefore, Instant keptBefore) {
        jdbc.update("delete from inbox_seen where seen_at < ?", Times.column(seenBefore));
        jdbc.update("delete from unreadable where seen_at < ?", Times.column(keptBefore));
        jdbc.update("delete from inbox where status = 'DEAD' and received_at < ?", Times.column(keptBefore));
    }
}
