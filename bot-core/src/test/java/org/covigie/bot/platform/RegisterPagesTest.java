package org.covigie.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.covigie.bot.signals.SignalDocument;
import org.covigie.bot.testing.WebHouse;
import org.covigie.bot.testing.WebHouse.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterPagesTest {
    private WebHouse web;
    private SignalDocument problem;
    private SignalDocument solution;
    private SignalDocument draft;

    @BeforeAll
    void opens() {
        web = WebHouse.open();
        problem = web.published("/p vu deux fois",
                "Rupture d’amoxicilline\nà la pharmacie <script>alert('x')</script> & co");
        draft = web.draft("/p", "Encore un brouillon");
        solution = web.draft("/s", "La pharmacie du port en a encore");
        web.annaWrites("/lier " + solution.number() + " " + problem.number());
        SignalDocument waiting = web.draft("/s", "Une solution en attente");
        web.annaWrites("/lier " + waiting.number() + " " + problem.number());
        web.annaWrites("/publier " + solution.number());
    }

    @AfterAll
    void closes() {
        web.close();
    }

    @Test
    void theRegisterShowsWhatIsPublishedAndNothingElse() {
        Answer page = web.strangerGets("/register");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(page.body())
                .contains("<html lang=\"fr\"", "Registre des signaux", "2 signaux", "Rupture d’amoxicilline",
                        "La pharmacie du port", "Note du correspondant", "vu deux fois", "Médecins de la côte",
                        "1 signal lié",
                        "/register/signals/" + problem.id(), "/register/feed.atom", "Publié le 23 novembre 2026")
                .doesNotContain("Encore un brouillon", "en attente", "2 signaux liés", "Lea", "Anna");
        assertThat(page.body().indexOf("La pharmacie du port"))
                .isLessThan(page.body().indexOf("Rupture d’amoxicilline"));
    }

    @Test
    void whatSomebodyWroteIsNeverMarkup() {
        for (String path : new String[]{"/register", "/register/signals/" + problem.id(),
                "/register?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"}) {
            assertThat(web.strangerGets(path).body()).doesNotContain("<script").contains("&lt;script&gt;alert");
        }
    }

    @Test
    void thePageNeedsNoScriptAndSaysWhereThingsAre() {
        String page = web.strangerGets("/register").body();
        assertThat(page)
                .contains("<main id=\"content\"", "href=\"#content\"", "<header", "<footer", "<nav", "<label for=\"q\"",
                        "<label for=\"kind\"", "name=\"viewport\"", "href=\"/register/register.css\"")
                .doesNotContain("style=\"", "onclick");
        Answer style = web.strangerGets("/register/register.css");
        assertThat(style.status()).isEqualTo(200);
        assertThat(style.header("Content-Type")).startsWith("text/css");
        assertThat(style.header("Cache-Control")).contains("max-age=3600");
    }

    @Test
    void searchFindsWithoutAccentsAndInAnyCase() {
        assertThat(web.strangerGets("/register?q=AMOXICILLINE+a+la").body()).contains("1 signal<", "Rupture")
                .doesNotContain("du port");
        assertThat(web.strangerGets("/register?q=pharmacie&kind=SOLUTION").body()).contains("du port")
                .doesNotContain("Rupture");
        assertThat(web.strangerGets("/register?q=rien%25de_tout").body()).contains("Rien ne correspond");
        assertThat(web.strangerGets("/register?q=brouillon").body()).contains("Rien ne correspond");
    }

    @Test
    void aWishThatMakesNoSenseIsPassedOver() {
        for (String query : new String[]{"?kind=x", "?page=x", "?page=-1", "?lang=xx", "?q=" + "a".repeat(5000),
                "?q=%00",
                "?page=99999999999", "?from=x&until=2026-02-31&department=0&profession=x",
                "?from=-999999999-01-01&until=9999-12-31"}) {
            assertThat(web.strangerGets("/register" + query).status()).as(query).isEqualTo(200);
        }
    }

    @Test
    void englishForWhoWantsIt() {
        assertThat(web.strangerGets("/register", "Accept-Language", "en-GB,en;q=0.9,fr;q=0.2").body()).contains(
                "<html lang=\"en\"",
                "Register of signals", "2 signals", "Published on", "November");
        assertThat(web.strangerGets("/register?lang=en", "Accept-Language", "fr").body()).contains(
                "Register of signals",
                "/register/signals/" + problem.id() + "?lang=en");
        assertThat(web.strangerGets("/register?lang=fr", "Accept-Language", "en").body())
                .contains("Registre des signaux");
        assertThat(web.strangerGets("/register", "Accept-Language", "de").body()).contains("Registre des signaux");
        assertThat(web.strangerGets("/register", "Accept-Language", ";;;q=x").body()).contains("Registre des signaux");
    }

    @Test
    void aSignalHasAPageOfItsOwnWithWhatAnswersIt() {
        Answer page = web.strangerGets("/register/signals/" + problem.id());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Rupture d’amoxicilline", "Solutions proposées", "La pharmacie du port",
                "https://bot.test/register/signals/" + problem.id());
        assertThat(page.body()).doesNotContain("en attente");
        assertThat(web.strangerGets("/register/signals/" + solution.id()).body()).contains(
                "Problème auquel cela répond",
                "Rupture d’amoxicilline");
    }

    @Test
    void whatIsNotPublishedHasNone() {
        for (String id : new String[]{draft.id().toString(), UUID.randomUUID().toString(), "x"}) {
            Answer page = web.strangerGets("/register/signals/" + id);
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.body()).contains("Ce signal n’est pas au registre").doesNotContain("Encore un brouillon");
        }
    }

    @Test
    void whoHasThePageAlreadyIsToldSo() {
        Answer page = web.strangerGets("/register");
        assertThat(page.header("Cache-Control")).contains("no-cache", "public");
        assertThat(page.header("Vary")).contains("Accept-Language");
        Answer same = web.strangerGets("/register", "If-None-Match", page.header("ETag"));
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(web.strangerGets("/register?lang=en", "If-None-Match", page.header("ETag")).status())
                .isEqualTo(200);
    }

    @Test
    void theSameSearchAsFeedTableAndJson() {
        String query = "?q=pharmacie&kind=SOLUTION&from=2026-11-01";
        assertThat(web.strangerGets("/register" + query).body()).contains(
                "/register/signals.csv?q=pharmacie&amp;kind=SOLUTION&amp;from=2026-11-01",
                "<details class=\"filters\" open");
        assertThat(web.strangerGets("/register/feed.atom" + query).body()).contains("du port")
                .doesNotContain("Rupture");
        Answer csv = web.strangerGets("/register/signals.csv" + query);
        assertThat(csv.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(csv.body()).startsWith("id,kind,text,").contains("du port", problem.id().toString())
                .doesNotContain("Rupture", "Lea", "Anna");
        Answer json = web.strangerGets("/register/signals.json" + query);
        assertThat(json.json().get("total").asInt()).isEqualTo(1);
        assertThat(json.json().get("items").get(0).get("url").stringValue())
                .isEqualTo("https://bot.test/register/signals/" + solution.id());
        assertThat(web.strangerGets("/register/signals.json?until=2026-01-01").json().get("total").asInt()).isZero();
        assertThat(web.strangerGets("/register/signals.json").body()).doesNotContain("en attente");
    }
}
