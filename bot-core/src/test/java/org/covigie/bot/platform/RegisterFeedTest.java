package org.covigie.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import org.covigie.bot.signals.SignalDocument;
import org.covigie.bot.testing.WebHouse;
import org.covigie.bot.testing.WebHouse.Answer;
import org.junit.jupiter.api.Test;

class RegisterFeedTest {
    private static SyndFeed read(Answer answer) throws FeedException {
        return new SyndFeedInput().build(new StringReader(answer.body()));
    }

    @Test
    void theFeedTellsWhatIsPublishedAndOnlyOnce() throws FeedException {
        try (WebHouse web = WebHouse.open()) {
            Answer empty = web.strangerGets("/register/feed.atom");
            assertThat(empty.status()).isEqualTo(200);
            assertThat(read(empty).getEntries()).isEmpty();

            SignalDocument signal = web.published("/p", "Rupture <b>d’amoxicilline</b>\nà \u0001 la pharmacie & co");
            web.draft("/p", "Encore un brouillon");
            Answer answer = web.strangerGets("/register/feed.atom");
            assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("application/atom+xml;charset=UTF-8");
            assertThat(answer.header("Cache-Control")).contains("max-age=300");
            assertThat(answer.body()).doesNotContain("Encore un brouillon", "<b>", "Lea", "Anna");
            SyndFeed feed = read(answer);
            assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
            assertThat(feed.getUri()).isEqualTo("https://bot.test/register");
            assertThat(feed.getTitle()).isEqualTo("Registre des signaux");
            assertThat(feed.getLinks()).extracting(link -> link.getRel()).contains("self", "alternate");
            SyndEntry entry = feed.getEntries().getFirst();
            assertThat(feed.getEntries()).hasSize(1);
            assertThat(entry.getUri()).isEqualTo("urn:uuid:" + signal.id());
            assertThat(entry.getLink()).isEqualTo("https://bot.test/register/signals/" + signal.id());
            assertThat(entry.getTitle()).startsWith("Problème – Rupture");
            assertThat(entry.getUpdatedDate()).isEqualTo(signal.publishedAt());
            assertThat(entry.getContents().getFirst().getValue()).contains("&lt;b&gt;d’amoxicilline&lt;/b&gt;<br/>à");

            Answer same = web.strangerGets("/register/feed.atom", "If-None-Match", answer.header("ETag"));
            assertThat(same.status()).isEqualTo(304);
            assertThat(same.body()).isEmpty();
            assertThat(web.strangerGets("/register/feed.atom", "If-Modified-Since", answer.header("Last-Modified"))
                    .status())
                    .isEqualTo(304);
            assertThat(web.strangerGets("/register/feed.atom", "If-None-Match", empty.header("ETag")).status())
                    .isEqualTo(200);
            assertThat(read(web.strangerGets("/register/feed.atom?lang=en")).getTitle())
                    .isEqualTo("Register of signals");
        }
    }

    @Test
    void withAPlatformElsewhereThereIsNeitherFeedNorRegister() {
        try (WebHouse web = WebHouse.open(java.util.Map.of("covigie.platform.url", "http://localhost:1"))) {
            assertThat(web.strangerGets("/register/feed.atom").status()).isEqualTo(404);
            assertThat(web.strangerGets("/register").status()).isEqualTo(404);
        }
    }
}
