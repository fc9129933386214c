package org.covigie.bot.register;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * What is sought beside words, as a condition on the table {@code signal}. What is not published never passes.
 *
 * @param where  a condition with named parameters
 * @param params their values
 */
record Filters(String where, Map<String, Object> params) {
    static final RowMapper<UUID> ID = (row, number) -> row.getObject("id", UUID.class);

    static Filters of(Sought sought, ZoneId zone) {
        StringBuilder where = new StringBuilder("status = 'PUBLISHED'");
        Map<String, Object> params = new LinkedHashMap<>();
        add(where, params, "kind = :kind", "kind", sought.kind() == null ? null : sought.kind().name());
        add(where, params, "author_profession = :profession", "profession",
                sought.profession() == null ? null : sought.profession().name());
        add(where, params, "department = :department", "department", sought.department());
        add(where, params, "published_at >= :from", "from", start(sought.from(), zone));
        add(where, params, "published_at < :until", "until",
                start(sought.until() == null ? null : sought.until().plusDays(1), zone));
        return new Filters(where.toString(), params);
    }

    private static void add(StringBuilder where, Map<String, Object> params, String condition, String name,
            @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            params.put(name, value);
        }
    }

    private static @Nullable OffsetDateTime start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toOffsetDateTime();
    }
}
