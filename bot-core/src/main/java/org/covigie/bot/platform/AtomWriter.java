package org.covigie.bot.platform;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** Entries → Atom; pure. */
final class AtomWriter {
    private final String here;
    private final RegisterWords say;

    AtomWriter(String here, RegisterWords say) {
        this.here = here;
        this.say = say;
    }

    /** @param entries the last published first */
    Feed feed(Search search, List<Entry> entries) {
        Links links = new Links(here, say.language());
        Feed feed = new Feed("atom_1.0");
        feed.setEncoding("UTF-8");
        feed.setId(search.any() ? links.page(search, 0) : here + "/register");
        feed.setTitle(say.of("title"));
        feed.setUpdated(date(entries.isEmpty() ? Instant.EPOCH : entries.getFirst().published()));
        Person author = new Person();
        author.setName("COViGIE");
        feed.setAuthors(List.of(author));
        feed.setOtherLinks(
                List.of(link("self", "application/atom+xml", links.file(search, "feed.atom"))));
        feed.setAlternateLinks(List.of(link("alternate", "text/html", links.page(search, 0))));
        feed.setEntries(entries.stream().map(this::entry).toList());
        return feed;
    }

    private com.rometools.rome.feed.atom.Entry entry(Entry signal) {
        var entry = new com.rometools.rome.feed.atom.Entry();
        entry.setId("urn:uuid:" + signal.id());
        entry.setTitle(say.of("kind." + signal.kind()) + " – " + allowed(signal.title()));
        entry.setPublished(date(signal.published()));
        entry.setUpdated(date(signal.published()));
        entry.setAlternateLinks(List.of(link("alternate", "text/html", Addresses.permalink(here, signal.id()))));
        Category kind = new Category();
        kind.setTerm(signal.kind().name());
        kind.setLabel(say.of("kind." + signal.kind()));
        entry.setCategories(List.of(kind));
        Content text = new Content();
        text.setType(Content.HTML);
        String note = signal.note();
        text.setValue(html(signal.text()) + (note == null || note.isBlank()
                ? ""
                : "<p><em>" + HtmlUtils.htmlEscape(say.of("note"), "UTF-8") + "</em></p>" + html(note)));
        entry.setContents(List.of(text));
        return entry;
    }

    private static String html(String text) {
        return "<p>" + HtmlUtils.htmlEscape(allowed(text), "UTF-8").replaceAll("\\R", "<br/>") + "</p>";
    }

    /** Without the characters that XML 1.0 cannot hold. */
    private static String allowed(String text) {
        return text.codePoints().filter(c -> c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static Link link(String relation, String type, String address) {
        Link link = new Link();
        link.setRel(relation);
        link.setType(type);
        link.setHref(address);
        return link;
    }

    private static Date date(Instant time) {
        return Date.from(time);
    }
}
