package org.covigie.bot.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.covigie.bot.settings.WrongSetting;
import org.covigie.bot.synthesis.Syntheses;
import org.covigie.bot.synthesis.Synthesis;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.covigie.bot.testing.TestWeb;
import org.covigie.bot.web.Fetched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

@ParameterizedClass
@EnumSource(Database.class)
class FeedTest {
    private static final String FEED = "http://platform.internal/feed";

    @Parameter
    Database database = Database.H2;

    @Test
    void whatComesAfterTheFirstLookIsHandedInOnceEach() {
        try (House house = house()) {
            house.web().holds(FEED, atom(entry(1, "Ancienne", now(house))));
            polled(house);
            assertThat(titles(house)).as("what was there before").isEmpty();

            house.web().holds(FEED, atom(entry(3, "Troisième", now(house)), entry(2, "Deuxième", now(house)),
                    entry(1, "Ancienne", now(house))));
            polled(house);
            polled(house);

            assertThat(titles(house)).containsExactly("Deuxième", "Troisième");
            Synthesis one = syntheses(house).getLast();
            assertThat(one.url()).isEqualTo("https://covigie.example.org/3");
            assertThat(one.summary()).isEqualTo("Trois lignes & plus");
            assertThat(one.externalId()).startsWith("feed-");
            assertThat(one.language()).isEqualTo(Locale.FRENCH);
            assertThat(house.web().asked()).last().satisfies(version -> assertThat(version.tag()).isNotNull());
        }
    }

    @Test
    void anEntryThatReadsOtherwisePutsItsSynthesisRight() {
        try (House house = house()) {
            house.web().holds(FEED, atom());
            polled(house);
            house.web().holds(FEED, atom(entry(1, "Vacins", now(house))));
            polled(house);
            house.web().holds(FEED, atom(entry(1, "Vaccins", now(house))));
            polled(house);

            assertThat(titles(house)).containsExactly("Vaccins");
        }
    }

    @Test
    void whatIsOldOrMayNotBeShownIsAnnouncedByNobody() {
        try (House house = house()) {
            house.web().holds(FEED, atom());
            polled(house);
            house.web().holds(FEED, atom(entry(1, "Vieille", now(house).minus(Duration.ofDays(31))),
                    entry(2, "Privée", now(house)).replace("https://covigie.example.org", "https://10.0.0.1"),
                    entry(3, "", now(house)), entry(4, "Bonne", now(house))));
            polled(house);

            assertThat(titles(house)).containsExactly("Bonne");
        }
    }

    @Test
    void whatWasLeftOutIsAnnouncedOnceItIsPutRight() {
        try (House house = house()) {
            String bad = entry(1, "Privée", now(house)).replace("https://covigie.example.org", "https://10.0.0.1");
            house.web().holds(FEED, atom());
            polled(house);
            house.web().holds(FEED, atom(bad));
            polled(house);
            house.web().holds(FEED, atom(entry(2, "Bonne", now(house)), bad));
            polled(house);
            assertThat(titles(house)).containsExactly("Bonne");
            assertThat(house.get(MeterRegistry.class).get("covigie.feed.left.out").tag("reason", "private").counter()
                    .count()).as("said once").isOne();

            house.web().holds(FEED, atom(entry(2, "Bonne", now(house)), entry(1, "Privée", now(house))));
            polled(house);
            polled(house);

            assertThat(titles(house)).containsExactly("Bonne", "Privée");
        }
    }

    @Test
    void aFloodComesInPortionsAndWhole() {
        try (House house = house()) {
            house.web().holds(FEED, atom());
            polled(house);
            house.web().holds(FEED, atom(IntStream.range(0, 45).mapToObj(n -> entry(n, "Titre " + n, now(house)))
                    .toArray(String[]::new)));
            polled(house);
            assertThat(titles(house)).hasSize(20);
            polled(house);
            polled(house);
            polled(house);

            assertThat(titles(house)).hasSize(45).doesNotHaveDuplicates();
        }
    }

    @Test
    void aFeedThatCannotBeReadLosesNothing() {
        try (House house = house()) {
            house.web().holds(FEED, atom());
            polled(house);
            for (Fetched broken : List.of(new Fetched.Failed("status-500"), TestWeb.page("text/xml", "<html>"),
                    TestWeb.page("text/xml", "<!DOCTYPE feed [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><feed "
                            + "xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><title>&x;</title></entry></feed>"))) {
                house.web().holds(FEED, broken);
                polled(house);
            }
            assertThat(titles(house)).isEmpty();
            house.web().holds(FEED, atom(entry(1, "Vaccins", now(house))));
            polled(house);

            assertThat(titles(house)).containsExactly("Vaccins");
        }
    }

    @Test
    void aPatientInATitleIsMasked() {
        try (House house = house()) {
            house.web().holds(FEED, atom());
            polled(house);
            house.web().holds(FEED, atom(entry(1, "Le cas de Mme Bellanger, née le 12/03/1946", now(house))));
            polled(house);

            assertThat(titles(house)).singleElement().asString().doesNotContain("Bellanger").doesNotContain("1946");
        }
    }

    @Test
    void twoInstancesHandInTheSameOnce() {
        String url = database.freshUrl();
        if (database == Database.H2) {
            return;
        }
        try (House one = House.at(url, settings()); House two = House.at(url, settings())) {
            for (House house : List.of(one, two)) {
                house.ticks("feed");
                house.web().holds(FEED, atom());
            }
            one.get(Polling.class).tick();
            for (House house : List.of(one, two)) {
                house.web().holds(FEED, atom(entry(1, "Vaccins", now(one))));
            }
            one.get(Polling.class).tick();
            two.get(Polling.class).tick();

            assertThat(titles(one)).containsExactly("Vaccins");
        }
    }

    @Test
    void rssIsReadAsWell() {
        String rss = "<rss version='2.0'><channel><title>t</title><link>https://a.example.org</link><description>d"
                + "</description><language>en-GB</language><item><title>Vaccines</title><link>https://a.example.org/1</link>"
                + "<pubDate>Mon, 05 Oct 2026 10:00:00 GMT</pubDate></item></channel></rss>";
        List<FeedEntry> entries = FeedReader.read(URI.create(FEED), new Fetched.Page(
                rss.getBytes(StandardCharsets.UTF_8), "application/rss+xml", Fetched.Version.NONE)).orElseThrow();

        assertThat(entries).containsExactly(new FeedEntry("https://a.example.org/1", "Vaccines", null,
                "https://a.example.org/1", Locale.ENGLISH, Instant.parse("2026-10-05T10:00:00Z")));
    }

    @Test
    void anEntrysOwnLanguageGoesBeforeTheFeeds() {
        String rdf = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
                + "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='https://a.example.org'><title>t</title>"
                + "<link>https://a.example.org</link><dc:language>fr</dc:language></channel><item rdf:about="
                + "'https://a.example.org/1'><title>Vaccines</title><link>https://a.example.org/1</link><dc:language>en"
                + "</dc:language><dc:date>2026-10-05T10:00:00Z</dc:date></item></rdf:RDF>";
        List<FeedEntry> entries = FeedReader.read(URI.create(FEED), new Fetched.Page(
                rdf.getBytes(StandardCharsets.UTF_8), "application/rdf+xml", Fetched.Version.NONE)).orElseThrow();

        assertThat(entries).containsExactly(new FeedEntry("https://a.example.org/1", "Vaccines", null,
                "https://a.example.org/1", Locale.ENGLISH, Instant.parse("2026-10-05T10:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "https://moi:secret@a.example.org/", "feed", "https:///x"})
    void aWrongAddressStopsTheStart(String address) {
        assertThatThrownBy(() -> new FeedSettings(new MockEnvironment().withProperty("covigie.feed.url", address)))
                .isInstanceOf(WrongSetting.class).hasMessageContaining("COVIGIE_FEED_URL")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10s", "2d", "often", "-5m"})
    void aWrongTimeStopsTheStart(String every) {
        assertThatThrownBy(() -> new FeedSettings(new MockEnvironment().withProperty("covigie.feed.every", every)))
                .isInstanceOf(WrongSetting.class).hasMessageContaining("COVIGIE_FEED_EVERY");
    }

    private House house() {
        House house = House.on(database, settings());
        // it looks once when it starts
        house.ticks("feed");
        return house;
    }

    private static Map<String, Object> settings() {
        return Map.of("covigie.feed.url", FEED, "covigie.feed.every", "1m");
    }

    private static void polled(House house) {
        house.clock().advance(Duration.ofSeconds(61));
        house.ticks("feed");
    }

    private static List<Synthesis> syntheses(House house) {
        return house.get(Syntheses.class).page(0, 200).items().stream()
                .sorted(java.util.Comparator.comparing(Synthesis::receivedAt).thenComparing(Synthesis::url)).toList();
    }

    private static List<String> titles(House house) {
        return syntheses(house).stream().map(Synthesis::title).toList();
    }

    private static Instant now(House house) {
        return house.clock().instant();
    }

    private static Fetched atom(String... entries) {
        return TestWeb.page("application/atom+xml; charset=utf-8",
                "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='fr'><title>COViGIE</title><id>urn:covigie</id>"
                        + "<updated>2026-10-05T10:00:00Z</updated>" + String.join("", entries) + "</feed>");
    }

    private static String entry(int number, String title, Instant at) {
        return "<entry><id>urn:covigie:" + number + "</id><title>" + title + "</title><link href='https://covigie"
                + ".example.org/" + number + "'/><updated>" + at + "</updated><summary type='html'>&lt;p&gt;Trois "
                + "&lt;b&gt;lignes&lt;/b&gt; &amp;amp; plus&lt;/p&gt;</summary></entry>";
    }
}
