package org.covigie.bot.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.covigie.bot.sandbox.twilio.Person;
import org.covigie.bot.sandbox.twilio.TwilioStandIn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The page of the telephones in a real browser and under the page's own content security policy; some messages are sent by hand. */
@SuppressWarnings("NullAway") // opened before the first test
class TelephonesBrowserTest {
    private static Installation house;
    private static @Nullable Browser shared;
    private static TwilioStandIn twilio;
    private final HttpClient http = HttpClient.newHttpClient();
    private Browser browser;

    @BeforeAll
    static void open(@TempDir Path folder) {
        shared = Browser.open();
        house = Installation.sandbox(folder);
        twilio = house.get(TwilioStandIn.class);
    }

    @AfterAll
    static void close() {
        if (shared != null) {
            shared.close();
            house.close();
        }
    }

    @BeforeEach
    void enter() throws Exception {
        browser = shared;
        house.post("/sandbox/api/telephones/reset", "{}");
    }

    @AfterEach
    void nothingIsComplainedOfAndNobodyElseIsAsked() {
        assertThat(browser.complaints).isEmpty();
        assertThat(browser.otherHosts).isEmpty();
    }

    private Page telephones(int width, int height) {
        Page page = browser.page(width, height);
        page.navigate(house.url("/"));
        page.getByText("WhatsApp", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#row > .panel")).hasCount(6);
        return page;
    }

    private static Locator log(Page page, String who) {
        return page.locator("#tel-" + who + "-log");
    }

    private static void writes(Page page, String who, String text) {
        page.locator("#tel-" + who + "-text").fill(text);
        page.locator("#tel-" + who + "-text").press("Enter");
        assertThat(log(page, who)).containsText(text);
    }

    @Test
    void wordsButtonsAndRepliesOnOneTelephone() {
        Page page = telephones(1400, 850);
        writes(page, "julie", "Bonjour le robot");
        assertThat(page.locator("#tel-julie .state")).hasText("fenêtre ouverte");
        String content = create(
                "{\"friendly_name\":\"t\",\"language\":\"fr\",\"types\":{\"twilio/quick-reply\":{\"body\":"
                        + "\"Que faire de *ce message* ?\",\"actions\":[{\"title\":\"Problème test\",\"id\":\"/aide\"}]}}}");
        send("julie", "ContentSid", content);
        send("julie", "Body", "<b>Sans balise</b> _penché_ https://example.org/x.");
        Locator key = page.locator("#tel-julie .keys button", new Page.LocatorOptions().setHasText("Problème test"));
        assertThat(key).isVisible();
        assertThat(log(page, "julie").locator("strong")).hasText("ce message");
        assertThat(log(page, "julie")).containsText("<b>Sans balise</b>");
        assertThat(log(page, "julie").locator("a")).hasAttribute("href", "https://example.org/x");
        assertThat(log(page, "julie").locator(".ticks.read").first()).isVisible();
        key.click();
        Locator tapped = log(page, "julie").locator("li.mine",
                new Locator.LocatorOptions().setHasText("Problème test"));
        assertThat(tapped.locator("blockquote")).containsText("Que faire");

        Locator asked = log(page, "julie").locator("li.frombot", new Locator.LocatorOptions().setHasText("Que faire"));
        asked.getByText("Répondre").click();
        writes(page, "julie", "En réponse");
        page.locator("#tel-julie summary[aria-label^=Joindre]").click();
        page.getByText("Envoyer une photo d’exemple").locator("visible=true").click();
        assertThat(log(page, "julie").locator("img.picture").first()).isVisible();
        Browser.shoot(page, "telephones-desktop.png");
        assertThat(Browser.overflow(page)).isLessThanOrEqualTo(0);
    }

    @Test
    void linksActInsideThePage() {
        Page page = telephones(1400, 850);
        writes(page, "claire", "Bonjour");
        send("claire", "Body", "Le lien : https://wa.me/33639981200?text=rejoindre%20K7M2P9QX et voilà");
        log(page, "claire").locator("button.inside").click();
        page.locator("#ask button[value=paul]").click();
        assertThat(page.locator("#tel-paul-text")).hasValue("rejoindre K7M2P9QX");
        assertThat(page.locator("#tel-paul-text")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-step=companion-3]")).isHidden();

        send("paul", "Body", "Voici le groupe : https://chat.whatsapp.com/SandboxValDOrle0000001");
        log(page, "paul").locator("button.inside").last().click();
        assertThat(page.locator("#tel-group")).containsText("5 membres");
        page.locator("#group-as").selectOption("julie");
        page.locator("#group-log li", new Page.LocatorOptions().setHasText("vaccin coqueluche"))
                .getByText("Transférer au robot (Julie)").click();
        assertThat(log(page, "julie").locator(".forwarded").first()).hasText("Transféré");
    }

    @Test
    void oneAtATimeOnANarrowScreenLightAndDark() {
        for (ColorScheme scheme : new ColorScheme[]{ColorScheme.LIGHT, ColorScheme.DARK}) {
            Page page = telephones(320, 640);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(page.locator("#panel-guide")).isVisible();
            assertThat(page.locator("#tel-lea")).isHidden();
            Browser.shoot(page, "telephones-guide-" + scheme + ".png");
            page.locator("[data-step=relayed-1]").click();
            assertThat(page.locator("#tel-claire-text")).hasValue("/relaye Soignants de l’Aulne");
            assertThat(page.locator("#panel-guide")).isHidden();
            page.locator("#chooser [data-show=lea]").click();
            writes(page, "lea", "Bonjour " + scheme);
            assertThat(page.locator("#tel-lea")).containsText("numéro masqué");
            assertThat(page.locator("#tel-lea-text")).isInViewport();
            assertThat(Browser.overflow(page)).isLessThanOrEqualTo(0);
            Browser.shoot(page, "telephones-phone-" + scheme + ".png");
            page.locator("#chooser [data-show=group]").click();
            assertThat(Browser.overflow(page)).isLessThanOrEqualTo(0);
            Browser.shoot(page, "telephones-group-" + scheme + ".png");
        }
    }

    @Test
    void theWindowTheBlockAndEnglish() {
        Page page = telephones(1400, 850);
        writes(page, "marc", "Bonjour");
        page.getByText("Temps et pannes").click();
        page.locator("#silence").click();
        assertThat(page.locator("#tel-marc .state")).hasText("fenêtre fermée");
        send("marc", "Body", "Trop tard");
        assertThat(log(page, "marc").locator("li.missed").first()).containsText("hors de la fenêtre");
        page.locator("#tel-marc summary[aria-label^=Joindre]").click();
        page.getByText("Bloquer le robot").locator("visible=true").click();
        assertThat(page.locator("#tel-marc .state")).hasText("robot bloqué");
        page.locator("[data-lang=en]").click();
        assertThat(page.locator("#tel-marc .state")).hasText("bot blocked");
        assertThat(page.locator("#guide-title")).hasText("Things to try");
    }

    // what the bot would ask of Twilio

    private void send(String who, String name, String value) {
        Person person = twilio.world().people().stream()
                .filter(one -> one.name().toLowerCase(java.util.Locale.ROOT).replace("é", "e").startsWith(who))
                .findFirst()
                .orElseThrow();
        post("/2010-04-01/Accounts/" + twilio.accountSid() + "/Messages.json", "application/x-www-form-urlencoded",
                "From=" + encoded(twilio.from()) + "&To=" + encoded(person.address()) + "&" + name + "="
                        + encoded(value));
    }

    private String create(String content) {
        return new JsonMapper().readTree(post("/v1/Content", "application/json", content)).path("sid").asString("");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private String post(String path, String type, String body) {
        String credentials = twilio.accountSid() + ":" + twilio.authToken();
        try {
            return http.send(HttpRequest.newBuilder(URI.create(twilio.url() + path)).header("Content-Type", type)
                    .header("Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                    .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
