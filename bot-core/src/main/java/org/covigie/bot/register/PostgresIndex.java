package org.covigie.bot.register;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL's own full-text search: by how many of the words are held, then by {@code ts_rank}, then the newest first. */
final class PostgresIndex implements WordIndex {
    /** Divides the rank by 1 + the logarithm of the length (postgresql.org/docs/current/textsearch-controls.html). */
    private static final int BY_LENGTH = 1;

    private final JdbcClient db;
    private final ZoneId zone;

    PostgresIndex(JdbcClient db, ZoneId zone) {
        this.db = db;
        this.zone = zone;
    }

    @Override
    public Ranked find(Sought sought, Breadth breadth, Register.Order order, int offset, int size) {
        List<String> terms = db.sql("select lexeme from unnest(covigie_words(:words)) order by positions[1] limit "
                + MOST_WORDS).param("words", sought.words())
                .query((row, number) -> quoted(row.getString("lexeme"))).list();
        if (terms.isEmpty()) {
            return Ranked.NONE;
        }
        Filters filters = Filters.of(sought, zone);
        Map<String, Object> params = new LinkedHashMap<>(filters.params());
        for (int i = 0; i < terms.size(); i++) {
            params.put("term" + i, terms.get(i));
        }
        params.put("any", String.join(" | ", terms));
        params.put("needed", breadth.needed(terms.size()));
        String held = IntStream.range(0, terms.size())
                .mapToObj(i -> "cast(searched @@ cast(:term" + i + " as tsquery) as integer)")
                .collect(Collectors.joining(" + "));
        String hits = " from (select id, published_at, searched, " + held + " as held from signal where "
                + filters.where() + " and searched @@ cast(:any as tsquery)) hit where held >= :needed";
        long total = db.sql("select count(*)" + hits).params(params).query(Long.class).single();
        List<UUID> ids = total <= offset
                ? List.of()
                : db.sql("select id" + hits + " order by " + switch (order) {
                    case BEST -> "held desc, ts_rank(searched, cast(:any as tsquery), " + BY_LENGTH + ") desc, ";
                    case NEWEST -> "";
                } + "published_at desc, id desc limit :size offset :offset").params(params)
                        .param("size", size).param("offset", offset).query(Filters.ID).list();
        return new Ranked(ids, total);
    }

    /** A lexeme as it stands in a query. */
    private static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
