package org.covigie.bot.synthesis;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much of what groups gave was used in syntheses. */
@Repository
public class Uses {
    private record Used(long group, long signals) {}

    private final JdbcClient db;

    Uses(JdbcClient db) {
        this.db = db;
    }

    /**
     * By group, how many of its signals a synthesis spoke of whose groups were told in this time; groups without one are left
     * out.
     *
     * @param from  first instant
     * @param until exclusive
     */
    public Map<Long, Long> between(Instant from, Instant until) {
        return db.sql("select s.group_id, count(distinct s.id) as signals from synthesis_signal x "
                + "join signal s on s.id = x.signal_id where x.told_at >= :from and x.told_at < :until group by s.group_id")
                .param("from", from.atOffset(ZoneOffset.UTC)).param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Used(row.getLong("group_id"), row.getLong("signals"))).list().stream()
                .collect(Collectors.toMap(Used::group, Used::signals));
    }
}
