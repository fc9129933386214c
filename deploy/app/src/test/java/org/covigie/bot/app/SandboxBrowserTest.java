package org.covigie.bot.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer plays in the sandbox, in a real browser and under the page's own content security policy; one story in three chapters. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway") // opened before the first chapter
class SandboxBrowserTest {
    private static Installation house;
    private static @Nullable Browser shared;
    private Browser browser;

    @BeforeAll
    static void open(@TempDir Path folder) {
        shared = Browser.open();
        house = Installation.sandbox(folder);
    }

    @AfterAll
    static void close() {
        if (shared != null) {
            shared.close();
            house.close();
        }
    }

    @BeforeEach
    void enter() {
        browser = shared;
    }

    @AfterEach
    void nothingIsComplainedOfAndNobodyElseIsAsked() {
        assertThat(browser.complaints).isEmpty();
        assertThat(browser.otherHosts).isEmpty();
    }

    @Test
    @Order(1)
    void fromAMessageToTheRegister() {
        Page page = browser.page(1280, 800);
        page.navigate(house.url("/"));
        assertThat(page.locator("#steps button").first()).isEnabled();
        assertThat(page.locator("#people label")).hasCount(6);

        // Julie tags Marc's message on the vaccine, as a newcomer would: hover, answer, type
        Locator vaccine = message(page, "vaccin coqueluche");
        vaccine.getByText("Répondre").click();
        page.locator("#group-text").fill("/p");
        page.keyboard().press("Enter");
        assertThat(vaccine.locator(".pill.bot")).containsText("🤔");
        // and Yann's by a reaction
        Locator yann = message(page, "Bronchiolites");
        yann.locator("[data-f=react]").click();
        yann.locator("[data-f='r🤔']").click();
        assertThat(yann.locator(".pill.bot")).containsText("🤔");

        become(page, "yann");
        Locator question = page.locator("#group-log li.ephemeral",
                new Page.LocatorOptions().setHasText("sans votre nom"));
        question.getByText("J’accepte", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#toasts")).containsText("peuvent être relayés");

        become(page, "julie");
        page.locator("#phone-text").fill("/brouillons");
        page.keyboard().press("Enter");
        page.locator("#phone-log").getByText("Publier tout (2)").click();
        assertThat(page.locator("#entries li")).hasCount(2);
        assertThat(page.locator("#entries")).containsText("vaccin coqueluche");
        assertThat(page.locator("#entries")).not().containsText("Troadec");
        assertThat(page.locator("#phone-log")).containsText("est publié");
        Browser.shoot(page, "sandbox-desktop.png");
        assertThat(Browser.overflow(page)).isLessThanOrEqualTo(0);
    }

    @Test
    @Order(2)
    void onATelephone() {
        Page page = browser.page(390, 844);
        page.navigate(house.url("/"));
        Locator workaround = message(page, "amoxicilline pédiatrique");
        assertThat(workaround).isAttached();
        assertThat(Browser.overflow(page)).isLessThanOrEqualTo(0);

        page.locator("[data-go=guide]").click();
        page.locator("#steps button").nth(2).click();
        assertThat(page.locator("#group-text")).hasValue("/f");
        assertThat(page.locator("#group-text")).isFocused();
        page.keyboard().press("Enter");
        assertThat(message(page, "télésecrétariat").locator(".pill.bot")).containsText("👀");
        Browser.shoot(page, "sandbox-phone.png");
        page.locator("[data-go=phone]").click();
        assertThat(page.locator("#phone-log")).containsText("J’ai masqué");
        assertThat(page.locator("#phone-log")).not().containsText("Kerivel");
        assertThat(page.locator("#phone-text")).isInViewport();
        assertThat(Browser.overflow(page)).isLessThanOrEqualTo(0);
        Browser.shoot(page, "sandbox-phone-private.png");
        page.locator("[data-go=register]").click();
        assertThat(page.locator("#entries li").first()).isVisible();
        assertThat(Browser.overflow(page)).isLessThanOrEqualTo(0);
    }

    @Test
    void whatThePatientDataCheckFindsAndWhy() {
        Page page = browser.page(1280, 800);
        page.navigate(house.url("/sandbox/check.html"));
        page.getByText("Un nom et une date").click();
        assertThat(page.locator("#verdict")).containsText("Retenu");
        assertThat(page.locator("#masked mark")).hasText(new String[]{"[NOM]", "[DATE DE NAISSANCE]"});
        assertThat(page.locator("#why li")).hasCount(2);
        assertThat(page.locator("#why")).containsText("« Bellanger » nom");
        Browser.shoot(page, "sandbox-check.png");

        page.locator("#text").fill("La pharmacie ferme à midi");
        assertThat(page.locator("#verdict")).hasText("Rien trouvé.");
        assertThat(page.locator("#masked")).hasText("La pharmacie ferme à midi");

        // nothing that is typed is taken for a part of the page
        page.locator("#text").fill("<img src=x onerror=alert(1)> M. Bellanger tousse");
        assertThat(page.locator("#masked")).containsText("<img src=x onerror=alert(1)> M. [NOM]");

        page.setViewportSize(360, 740);
        page.locator("[data-lang=en]").click();
        assertThat(page.locator("#check-title")).hasText("What could identify a patient");
        assertThat(Browser.overflow(page)).isLessThanOrEqualTo(0);
        Browser.shoot(page, "sandbox-check-phone.png");
        page.locator("[data-lang=fr]").click();
    }

    @Test
    @Order(3)
    void theRegister() {
        Page page = browser.page(1280, 800);
        page.navigate(house.url("/register"));
        assertThat(page.locator("ol.entries > li")).hasCount(2);
        Browser.shoot(page, "register.png");

        page.locator("#q").fill("BRONCHIOLITES");
        page.keyboard().press("Enter");
        assertThat(page.locator("ol.entries > li")).hasCount(1);
        page.getByText("Lien permanent").click();
        assertThat(page.locator("main")).containsText("Bronchiolites");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/register/signals/[0-9a-f-]{36}$"));

        for (String path : new String[]{"/register", page.url().replace(house.url(""), "")}) {
            Page narrow = browser.page(360, 740);
            narrow.navigate(house.url(path));
            assertThat(narrow.locator("main h1")).isVisible();
            assertThat(Browser.overflow(narrow)).isLessThanOrEqualTo(0);
            Browser.shoot(narrow, path.endsWith("register") ? "register-phone.png" : "signal-phone.png");
        }
    }

    @Test
    @Order(4)
    void aCandidateComesIn() {
        Page page = browser.page(1280, 800);
        page.navigate(house.url("/"));
        become(page, "gaelle");
        page.locator("#phone-text").fill("/invitation");
        page.keyboard().press("Enter");
        assertThat(page.locator("#phone-log")).containsText("valable jusqu’au");
        assertThat(page.locator("#phone-log .picture").first()).isVisible();

        become(page, "claire");
        page.locator("#invitations button[data-link]").first().click();
        assertThat(page.locator("#phone-log")).containsText("Acceptez-vous cette charte");
        page.locator("#phone-log").getByText("Oui, avec relais").click();
        page.locator("#phone-log").getByText("sage-femme").click();
        assertThat(page.locator("#phone-log")).containsText("Où exercez-vous");
        Browser.shoot(page, "enrolment-candidate.png");
        page.locator("#phone-log").getByText("Bretagne").click();
        page.locator("#phone-log").getByText("29", new Locator.GetByTextOptions().setExact(true)).click();
        page.locator("#phone-log").getByText("Passer").click();
        assertThat(page.locator("#phone-log")).containsText("tout est complet");

        become(page, "gaelle");
        assertThat(page.locator("#phone-log")).containsText("Claire Nédélec, pour");
        Browser.shoot(page, "enrolment-animator.png");
        page.locator("#phone-log").getByText("Accepter", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#phone-log")).containsText("entre dans le groupe");

        page.locator("#phone-text").fill("/sondage Faut-il un stock commun de masques ? | Oui | Non");
        page.keyboard().press("Enter");
        become(page, "claire");
        page.locator("#group-log [data-f=vote0]").click();
        become(page, "gaelle");
        page.locator("#phone-text").fill("/cloturer 1");
        page.keyboard().press("Enter");
        assertThat(page.locator("#group-log .picture").first()).isVisible();
        Browser.shoot(page, "poll-result.png");
        assertThat(Browser.overflow(page)).isLessThanOrEqualTo(0);
    }

    private static Locator message(Page page, String words) {
        return page.locator("#group-log > li.msg:not(.frombot)",
                new Page.LocatorOptions().setHas(page.locator(".bubble > .words",
                        new Page.LocatorOptions().setHasText(words))));
    }

    private static void become(Page page, String who) {
        page.locator("#people label:has(input[value=" + who + "])").click();
        assertThat(page.locator("#people input[value=" + who + "]")).isChecked();
    }
}
