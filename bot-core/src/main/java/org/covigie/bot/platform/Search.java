package org.covigie.bot.platform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.covigie.bot.people.Profession;
import org.covigie.bot.people.Region;
import org.covigie.bot.register.Sought;
import org.covigie.bot.signals.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for, as it stands in the address of a page, a feed or a file alike. A wish that makes no sense is passed
 * over.
 *
 * @param page the first is 0
 */
record Search(Sought sought, int page) {
    private static final int LAST_PAGE = 100_000;

    static Search of(Map<String, String> query) {
        return new Search(new Sought(query.getOrDefault("q", ""),
                Arrays.stream(Kind.values()).filter(kind -> kind.name().equals(query.get("kind"))).findFirst()
                        .orElse(null),
                Profession.of(query.getOrDefault("profession", "")).orElse(null),
                Region.department(query.getOrDefault("department", "")).orElse(null), day(query.get("from")),
                day(query.get("until"))), number(query.getOrDefault("page", "")));
    }

    public String words() {
        return sought.words();
    }

    public boolean any() {
        return sought.any();
    }

    /** Whether more is asked for than words and a kind, so that the form shows where. */
    public boolean narrowed() {
        return sought.profession() != null || sought.department() != null || sought.from() != null
                || sought.until() != null;
    }

    /** What stands in the address, without the page. */
    Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        add(query, "q", sought.words());
        add(query, "kind", sought.kind());
        add(query, "profession", sought.profession());
        add(query, "department", sought.department());
        add(query, "from", sought.from());
        add(query, "until", sought.until());
        return query;
    }

    private static void add(Map<String, String> query, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            query.put(name, value.toString());
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            LocalDate day = text == null ? null : LocalDate.parse(text);
            // beyond, a database has no such day
            return day == null || day.getYear() < 1900 || day.getYear() > 9999 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(String page) {
        try {
            return Math.clamp(Integer.parseInt(page), 0, LAST_PAGE);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
