package org.covigie.bot.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.covigie.bot.synthesis.News;
import org.jspecify.annotations.Nullable;

/**
 * One entry as the feed has it, its words without markup.
 *
 * @param name what the feed calls it, else its address
 * @param at   when it was published or changed, where the feed says so
 */
record FeedEntry(String name, String title, @Nullable String summary, String url, Locale language,
        @Nullable Instant at) {
    UUID id() {
        return uuid(name);
    }

    /** The same as long as it says the same. */
    UUID wording() {
        return uuid(String.join("\0", title, summary == null ? "" : summary, url));
    }

    News news() {
        return new News("feed-" + id(), title, summary, url, language, List.of(), null, false, false);
    }

    static UUID uuid(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
