package org.covigie.bot.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From a tagged message to the synthesis that answers it, and back to who wrote it; then every page is looked at by axe. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway") // opened before the first chapter
class CircleBrowserTest {
    /** What WCAG 2.2 asks of level AA (deque.com/axe/core-documentation/api-documentation). */
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String TITLE = "Coqueluche : où trouver des vaccins";

    private static Installation house;
    private static @Nullable Browser browser;
    private static final List<String> PAGES = new ArrayList<>(List.of("/", "/sandbox/whatsapp.html",
            "/sandbox/check.html",
            "/sandbox/mails", "/register", "/register?lang=en", "/register?q=vaccin&kind=PROBLEM", "/register?q=xyzzy",
            "/register/signals/00000000-0000-0000-0000-000000000000", "/mail/confirm/wrong",
            "/mail/unsubscribe/wrong"));

    @BeforeAll
    static void open(@TempDir Path folder) {
        browser = Browser.open();
        house = Installation.sandbox(folder);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            house.close();
        }
    }

    @Test
    @Order(1)
    void whatWasGivenComesBack() throws IOException, InterruptedException {
        Page page = browser.page(1360, 900);
        page.navigate(house.url("/"));
        become(page, "marc");
        // in the story he has just accepted the charter
        assertThat(page.locator("#phone-log")).containsText("Merci, c’est noté");
        writes(page, "/abonner marc@exemple.fr");
        assertThat(page.locator("#phone-log")).containsText("Un mail est envoyé");
        PAGES.add(linkMailed("confirm"));
        Page letter = browser.page(390, 844);
        letter.navigate(house.url(PAGES.getLast()));
        letter.getByText("Confirmer", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(letter.locator("main")).containsText("C’est confirmé");

        become(page, "julie");
        Locator vaccine = page.locator("#group-log > li.msg:not(.frombot)", new Page.LocatorOptions()
                .setHas(page.locator(".bubble > .words", new Page.LocatorOptions().setHasText("vaccin coqueluche"))));
        vaccine.getByText("Répondre").click();
        page.locator("#group-text").fill("/p");
        page.keyboard().press("Enter");
        assertThat(vaccine.locator(".pill.bot")).containsText("🤔");
        writes(page, "/publier tout");
        assertThat(page.locator("#entries li")).hasCount(1);
        PAGES.add(String.valueOf(page.locator("#entries li a").getAttribute("href")));

        page.locator("#entries").getByText("La plateforme répond").click();
        page.locator("#ask-input").fill(TITLE);
        page.locator("#ask-yes").click();
        assertThat(page.locator("#group-log")).containsText("📄 Synthèse : " + TITLE);
        assertThat(page.locator("#group-log")).containsText("Recevoir par mail");
        assertThat(page.locator("#group-log")).containsText("Ce message a compté");
        assertThat(page.locator("#phone-log")).containsText("que vous avez marqué");
        become(page, "marc");
        assertThat(page.locator("#phone-log")).containsText("est repris dans la synthèse « " + TITLE + " »");
        Browser.shoot(page, "circle.png");

        PAGES.add(linkMailed("unsubscribe"));
        Page mails = browser.page(390, 844);
        mails.navigate(house.url("/sandbox/mails"));
        assertThat(mails.locator("body")).containsText("Synthèse : " + TITLE);
        Browser.shoot(mails, "circle-mails.png");
        assertThat(browser.complaints).isEmpty();
        assertThat(browser.otherHosts).isEmpty();
    }

    @Test
    @Order(2)
    void everyPageIsForEverybody() {
        SoftAssertions softly = new SoftAssertions();
        for (String path : PAGES) {
            Page page = browser.page(1280, 800);
            for (ColorScheme scheme : new ColorScheme[]{ColorScheme.LIGHT, ColorScheme.DARK}) {
                for (int width : new int[]{1280, 320}) {
                    page.setViewportSize(width, 800);
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    page.navigate(house.url(path));
                    assertThat(page.locator("h1").first()).isAttached();
                    softly.assertThat(violations(page)).as("%s, %s, %d px", path, scheme, width).isEmpty();
                    softly.assertThat(Browser.overflow(page)).as("%s at %d px reaches beyond", path, width)
                            .isLessThanOrEqualTo(0);
                }
            }
            page.close();
        }
        softly.assertAll();
    }

    private static List<String> violations(Page page) {
        List<Rule> found = new AxeBuilder(page).setLegacyMode(true).withTags(WCAG).analyze().getViolations();
        return found.stream().flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + " " + node.getHtml()))
                .toList();
    }

    private static String linkMailed(String what) {
        Pattern link = Pattern.compile("/mail/" + what + "/[A-Za-z0-9_-]+");
        String[] found = {""};
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Matcher matcher = link.matcher(get("/sandbox/api/mails"));
            assertThat(matcher.find()).as("a letter with a link to " + what).isTrue();
            found[0] = matcher.group();
        });
        return found[0];
    }

    private static String get(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(house.url(path))).build(),
                    HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static void writes(Page page, String text) {
        page.locator("#phone-text").fill(text);
        page.keyboard().press("Enter");
    }

    private static void become(Page page, String who) {
        page.locator("#people label:has(input[value=" + who + "])").click();
        assertThat(page.locator("#people input[value=" + who + "]")).isChecked();
    }
}
