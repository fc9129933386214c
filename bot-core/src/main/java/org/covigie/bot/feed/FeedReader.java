package org.covigie.bot.feed;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.covigie.bot.web.Fetched;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Bytes → entries of an Atom or RSS feed; pure. A feed with a document type declaration is refused. */
final class FeedReader {
    static final Set<String> TYPES = Set.of("application/atom+xml", "application/rss+xml", "application/rdf+xml",
            "application/xml", "text/xml");
    private static final int MOST = 500;

    private FeedReader() {}

    /** The newest of its entries come as the feed has them; empty when it is no feed. */
    static Optional<List<FeedEntry>> read(URI address, Fetched.Page page) {
        try (XmlReader xml = new XmlReader(new ByteArrayInputStream(page.body()), page.type(), true)) {
            SyndFeed feed = new SyndFeedInput().build(xml);
            return Optional.of(feed.getEntries().stream().limit(MOST)
                    .map(entry -> entry(address, entry, feed.getLanguage())).filter(Objects::nonNull).toList());
        } catch (FeedException | IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable FeedEntry entry(URI address, SyndEntry entry, @Nullable String language) {
        String link = entry.getLink() == null ? "" : resolved(address, entry.getLink().strip());
        String name = Stream.of(entry.getUri(), link).filter(Objects::nonNull).map(String::strip)
                .filter(text -> !text.isEmpty()).findFirst().orElse("");
        String title = plain(entry.getTitleEx() == null ? null : entry.getTitleEx().getValue());
        if (name.isEmpty()) {
            return null;
        }
        return new FeedEntry(name, title, summary(entry), link, language(entry, language), at(entry));
    }

    /** Its own, else the feed's. */
    private static Locale language(SyndEntry entry, @Nullable String feeds) {
        String own = entry.getModule(DCModule.URI) instanceof DCModule core ? core.getLanguage() : null;
        String said = own == null ? feeds : own;
        return said != null && said.toLowerCase(Locale.ROOT).startsWith("en") ? Locale.ENGLISH : Locale.FRENCH;
    }

    private static String resolved(URI address, String link) {
        try {
            return address.resolve(link).toString();
        } catch (IllegalArgumentException e) {
            return link;
        }
    }

    private static @Nullable String summary(SyndEntry entry) {
        SyndContent said = entry.getDescription();
        String text = plain(said == null ? null : said.getValue());
        return text.isEmpty() ? null : text;
    }

    /** Without markup and entities; a title may have them as well. */
    private static String plain(@Nullable String markup) {
        return markup == null ? "" : Jsoup.parse(markup).text().strip();
    }

    private static @Nullable Instant at(SyndEntry entry) {
        return Stream.of(entry.getUpdatedDate(), entry.getPublishedDate()).filter(Objects::nonNull).map(Date::toInstant)
                .findFirst().orElse(null);
    }
}
