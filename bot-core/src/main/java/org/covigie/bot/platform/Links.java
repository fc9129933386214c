package org.covigie.bot.platform;

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
        return with(UriComponentsBuilder.fromPath(base + "/register"), language());
    }

    public String feed() {
        return with(UriComponentsBuilder.fromPath(base + "/register/feed.atom"), language());
    }

    public String signal(UUID id) {
        return with(UriComponentsBuilder.fromPath(base + "/register/signals/" + id), language());
    }

    /** Another page of the same search. */
    public String page(RegisterPages.Search search, int page) {
        return search(search, page, language());
    }

    /** The same search in another language. */
    public String list(RegisterPages.Search search, String other) {
        return search(search, search.page(), other);
    }

    /** The same signal in another language. */
    public String signal(UUID id, String other) {
        return with(UriComponentsBuilder.fromPath(base + "/register/signals/" + id), other);
    }

    public @Nullable String language() {
        return "fr".equals(lang) || "en".equals(lang) ? lang : null;
    }

    private String search(RegisterPages.Search search, int page, @Nullable String language) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(base + "/register");
        if (!search.words().isEmpty()) {
            uri.queryParam("q", "{words}");
        }
        if (search.kind() != null) {
            uri.queryParam("kind", search.kind().name());
        }
        if (page > 0) {
            uri.queryParam("page", page);
        }
        if (language != null) {
            uri.queryParam("lang", language);
        }
        return (search.words().isEmpty() ? uri.encode().build() : uri.encode().buildAndExpand(search.words()))
                .toUriString();
    }

    private static String with(UriComponentsBuilder uri, @Nullable String language) {
        return (language == null ? uri : uri.queryParam("lang", language)).build().toUriString();
    }
}
