package org.covigie.bot.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The addresses within the register; a language asked for stays asked for.
 *
 * @param base the application's path
 * @param lang as it stands in the address, null for none
 */
record Links(String base, @Nullable String lang) {
    public String style() {
        return base + "/register/register.css";
    }

    public String home() {
        return address("", Map.of(), language());
    }

    public String feed() {
        return address("/feed.atom", Map.of(), language());
    }

    /** What a search finds, as a feed ({@code feed.atom}) or a file. */
    public String file(Search search, String name) {
        return address("/" + name, search.query(), language());
    }

    public String signal(UUID id) {
        return signal(id, language());
    }

    /** Another page of the same search. */
    public String page(Search search, int page) {
        return search(search, page, language());
    }

    /** The same search in another language. */
    public String list(Search search, String other) {
        return search(search, search.page(), other);
    }

    /** The same signal in another language. */
    public String signal(UUID id, @Nullable String other) {
        return address("/signals/" + id, Map.of(), other);
    }

    public @Nullable String language() {
        return "fr".equals(lang) || "en".equals(lang) ? lang : null;
    }

    private String search(Search search, int page, @Nullable String language) {
        Map<String, String> query = new LinkedHashMap<>(search.query());
        if (page > 0) {
            query.put("page", String.valueOf(page));
        }
        return address("", query, language);
    }

    private String address(String path, Map<String, String> query, @Nullable String language) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(base + "/register" + path);
        query.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        if (language != null) {
            uri.queryParam("lang", language);
        }
        return uri.encode().buildAndExpand(query).toUriString();
    }
}
