package org.covigie.bot.synthesis;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.covigie.bot.web.Fetched;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** What a page calls itself: where it is passed on (ogp.me), else in the window's title. */
final class PageTitle {
    static final Set<String> TYPES = Set.of("text/html", "application/xhtml+xml");
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9._:-]{1,40})",
            Pattern.CASE_INSENSITIVE);

    private PageTitle() {}

    static Optional<String> of(Fetched.Page page) {
        try {
            Document document = Jsoup.parse(new ByteArrayInputStream(page.body()), charset(page.type()), "");
            return Stream.of(document.select("meta[property=og:title]").attr("content"), document.title())
                    .map(title -> title.replaceAll("[\\s\\p{Cntrl}]+", " ").strip()).filter(title -> !title.isEmpty())
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null where the page itself is to say. */
    private static @Nullable String charset(String type) {
        Matcher named = CHARSET.matcher(type);
        try {
            return named.find() ? Charset.forName(named.group(1)).name() : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }
}
