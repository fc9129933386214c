package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.settings.HouseSettings;
import org.covigie.bot.synthesis.News;
import org.covigie.bot.synthesis.Syntheses;
import org.covigie.bot.synthesis.Synthesis;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.TestWeb;
import org.covigie.bot.web.Fetched;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynthesisTest extends Conversation {
    private static final String URL = "https://covigie.example.org/syntheses/12";

    @BeforeEach
    void byDay() {
        ZonedDateTime now = house.clock().instant().atZone(house.get(HouseSettings.class).zone());
        ZonedDateTime noon = now.toLocalDate().plusDays(1).atTime(12, 0).atZone(now.getZone());
        house.clock().advance(Duration.between(now, noon));
    }

    @Test
    void theCorrespondentAnnouncesAPageOnce() {
        julie.writes("/synthese " + URL + " Vaccins : ce qui manque");
        announced();

        assertThat(told(group)).containsExactly("📄 Synthèse : Vaccins : ce qui manque\n" + URL);
        assertThat(julie.heard()).contains("est annoncée");

        julie.writes("/synthesis " + URL + " Vaccins");
        announced();
        assertThat(julie.heard()).contains("a déjà été annoncée");
        assertThat(told(group)).hasSize(1);
    }

    @Test
    void withoutATitleThePlaceIsNamed() {
        julie.writes("/synthese https://www.covigie.example.org/a?b=c");
        titled();
        announced();

        assertThat(told(group)).singleElement().asString().startsWith("📄 Synthèse : covigie.example.org");
    }

    @ParameterizedTest
    @CsvSource({"<title>Vaccins  &amp; tests</title>,Vaccins & tests",
            "<title>Site</title><meta property=og:title content='Vaccins'>,Vaccins", "<p>Rien</p>,covigie.example.org",
            "<title>Mme Bellanger née le 12/03/1946</title>,covigie.example.org"})
    void withoutATitleThePageIsAsked(String page, String title) {
        String url = URL + "/" + house.nextId();
        house.web().holds(url, TestWeb.page("text/html; charset=utf-8", page));
        julie.writes("/synthese " + url);
        assertThat(julie.heard()).contains("sous le titre de sa page ou, à défaut, le nom du site");
        titled();
        announced();

        assertThat(told(group)).containsExactly("📄 Synthèse : " + title + "\n" + url);
    }

    @Test
    void aSlowPageKeepsNoAlertWaiting() {
        String url = URL + "/" + house.nextId();
        CompletableFuture<Fetched> page = house.web().isSlow(url);
        try {
            julie.writes("/synthese " + url);
            syntheses().receive(news(List.of(house.id(group)), List.of(), true));
            announced();
            assertThat(told(group)).singleElement().asString().startsWith("🔴 Alerte : Vaccins");
        } finally {
            page.complete(TestWeb.page("text/html", "<title>Tests</title>"));
        }
        titled();
        announced();

        assertThat(told(group)).hasSize(2).last().isEqualTo("📄 Synthèse : Tests\n" + url);
    }

    @Test
    void whatIsPutRightBeforeItsPageWasReadKeepsItsTitle() {
        String url = URL + "/" + house.nextId();
        CompletableFuture<Fetched> page = house.web().isSlow(url);
        try {
            julie.writes("/synthese " + url);
            house.settles();
            Synthesis waiting = syntheses().page(0, 200).items().stream().filter(one -> one.url().equals(url))
                    .findFirst()
                    .orElseThrow();
            syntheses().correct(waiting.id(), new News(waiting.externalId(), "Titre choisi", null, url, Locale.FRENCH,
                    List.of(), null, false, false));
        } finally {
            page.complete(TestWeb.page("text/html", "<title>Tests</title>"));
        }
        titled();
        announced();

        assertThat(told(group)).singleElement().asString().contains("Titre choisi").doesNotContain("Tests");
    }

    @Test
    @Timeout(60)
    void aBookInPlaceOfATitleIsCutBeforeItIsLookedAt() {
        String book = "12 rue de la Paix ".repeat(50_000);
        String url = URL + "/" + house.nextId();
        house.web().holds(url, TestWeb.page("text/html", "<title>" + book + "</title>"));
        julie.writes("/synthese " + url);
        Synthesis handed = syntheses()
                .handIn(new News("ext-" + house.nextId(), book, "x ".repeat(990) + "Mme Bellanger, "
                        + "née le 12/03/1946" + book, URL, Locale.FRENCH, List.of(), List.of(), false, false))
                .synthesis();
        titled();

        assertThat(handed.title()).hasSizeLessThanOrEqualTo(News.LONGEST_TITLE);
        assertThat(handed.summary()).hasSizeLessThanOrEqualTo(News.LONGEST_SUMMARY).doesNotContain("Bellan");
    }

    @ParameterizedTest
    @CsvSource({"http://covigie.example.org,https", "https://10.0.0.1/x,visible de tous",
            "https://localhost/x,visible de tous", "https://moi:secret@covigie.example.org,identifiant",
            "https://intranet/x,visible de tous", "https://2130706433/,visible de tous",
            "https://[::1]/,visible de tous", "https://imprimante.ｌocal/,visible de tous",
            "https://imprimante.local/,visible de tous", "bonjour,https",
            "'',Par exemple"})
    void anAddressThatMayNotBeShownGetsOneSentence(@Nullable String url, String said) {
        julie.writes("/synthese " + (url == null ? "" : url));
        announced();

        assertThat(julie.heard()).contains(said);
        assertThat(told(group)).isEmpty();
    }

    @Test
    void onlyACorrespondentAnnouncesAndNotInASupportGroup() {
        claire.writes("/synthese " + URL);
        assertThat(claire.heard()).contains("correspondant");
        claire.replies(group, null, "/entraide");
        julie.writes("/synthese " + URL);
        announced();

        assertThat(julie.heard()).contains("entraide");
        assertThat(told(group)).isEmpty();
    }

    @Test
    void aTitleThatPointsToAPatientIsNotAnnounced() {
        julie.writes("/synthese " + URL + " Le cas de Mme Bellanger, née le 12/03/1946");

        assertThat(julie.heard()).contains("un nom, une date de naissance");
        assertThat(house.get(Syntheses.class).page(0, 200).items()).noneMatch(s -> s.title().contains("Bellanger"));
    }

    @Test
    void whatThePlatformHandsInReachesEachGroupOnceAndNoOther() {
        Chat other = house.group("Autres " + house.nextId(), claire);
        Chat silent = house.group("Silence " + house.nextId(), claire);
        claire.replies(silent, null, "/syntheses non");
        Chat support = house.group("Entraide " + house.nextId(), claire);
        claire.replies(support, null, "/entraide");
        News news = news(null, List.of(), false);

        assertThat(syntheses().receive(news).fresh()).isTrue();
        announced();
        assertThat(syntheses().receive(news).fresh()).isFalse();
        announced();

        for (Chat one : List.of(group, other)) {
            assertThat(told(one)).singleElement().asString()
                    .isEqualTo("📄 Synthèse : Vaccins\nUne ligne\nDeux lignes\nTrois lignes\n" + URL);
        }
        assertThat(told(silent)).isEmpty();
        assertThat(told(support)).isEmpty();
        Synthesis known = syntheses().receive(news).synthesis();
        assertThat(known.deliveries().pending()).isZero();
        assertThat(known.deliveries().sent()).isGreaterThanOrEqualTo(2);
        assertThat(syntheses().reached(known.id(), 0, 200)).filteredOn(r -> r.group() == house.id(group))
                .singleElement().satisfies(r -> assertThat(r.status()).isEqualTo("SENT"));
    }

    @Test
    void atNightItWaitsForTheMorningButAnAlertDoesNot() {
        house.clock().advance(Duration.ofHours(11));
        syntheses().receive(news(List.of(house.id(group)), List.of(), false));
        announced();
        assertThat(told(group)).isEmpty();

        syntheses().receive(news(List.of(house.id(group)), List.of(), true));
        announced();
        assertThat(told(group)).singleElement().asString().startsWith("🔴 Alerte : Vaccins");

        house.clock().advance(Duration.ofHours(9).plusMinutes(1));
        announced();
        assertThat(told(group)).hasSize(2);
    }

    @Test
    void whatACorrespondentAnnouncesIsThereAtOnceEvenInTheEvening() {
        house.clock().advance(Duration.ofHours(9));
        julie.writes("/synthese " + URL);
        titled();
        announced();

        assertThat(told(group)).hasSize(1);
    }

    @Test
    void whereAnnouncementsAreOffTheCorrespondentHearsSo() {
        claire.writes("/syntheses non");
        julie.writes("/synthese " + URL);
        announced();
        assertThat(julie.heard()).contains("ne sont pas annoncées");

        claire.writes("/syntheses oui");
        julie.writes("/synthese " + URL);
        titled();
        announced();
        assertThat(told(group)).hasSize(1);
    }

    @Test
    void aLongOneIsCutIntoMessagesAndCountedOnce() {
        String summary = ("mot ".repeat(490) + "\n").repeat(2);
        Synthesis handed = syntheses().receive(new News("ext-" + house.nextId(), "T".repeat(400), summary,
                URL + "?" + "a".repeat(2_000), Locale.FRENCH, List.of(), List.of(house.id(group)), false, false))
                .synthesis();
        announced();

        assertThat(handed.title()).hasSize(300).endsWith("…");
        assertThat(find(handed).deliveries()).isEqualTo(new Synthesis.Deliveries(0, 1, 0));
    }

    @Test
    void aGroupThatRefusesItIsCountedAsFailed() {
        house.channel().answers(group.address(), new Outcome.Refused("no-rights"));
        Synthesis handed = syntheses().receive(news(List.of(house.id(group)), List.of(), false)).synthesis();
        announced();
        house.clock().advance(Duration.ofMinutes(5));
        announced();

        assertThat(find(handed).deliveries()).isEqualTo(new Synthesis.Deliveries(0, 0, 1));
    }

    @Test
    void theMessageThatHelpedIsAnsweredAndThoseWhoGaveItAreToldOnce() {
        marc.writes("/start");
        Quoted message = ready("Plus de vaccin coqueluche", "/p");
        julie.writes("/publier 1");
        house.settles();
        Quoted draft = tagged("Jamais publié", "/f");
        List<UUID> both = house.signals(group).stream().map(signal -> signal.id()).toList();

        Synthesis handed = syntheses().receive(news(List.of(house.id(group)), both, false)).synthesis();
        announced();
        announced();

        assertThat(answers(message.message())).singleElement().asString().contains("Ce message a compté", URL);
        assertThat(answers(draft.message())).isEmpty();
        assertThat(marc.allHeard()).filteredOn(text -> text.contains("repris dans la synthèse « Vaccins »")).hasSize(1);
        assertThat(julie.allHeard()).filteredOn(text -> text.contains("que vous avez marqué")).hasSize(1);
        assertThat(find(handed).deliveries().sent()).isOne();
    }

    @Test
    void whoGaveSeveralOfThemIsToldOnceForAll() {
        marc.writes("/start");
        Quoted first = ready("Plus de vaccin coqueluche", "/p");
        Quoted second = tagged("Plus de tests rapides", "/s");
        julie.writes("/publier tout");
        house.settles();
        List<UUID> both = house.signals(group).stream().map(signal -> signal.id()).toList();

        syntheses().receive(news(List.of(house.id(group)), both, false));
        announced();
        announced();

        assertThat(answers(first.message())).hasSize(1);
        assertThat(answers(second.message())).hasSize(1);
        assertThat(marc.allHeard()).filteredOn(text -> text.contains("synthèse « Vaccins »")).singleElement()
                .isEqualTo("2 de vos messages sont repris dans la synthèse « Vaccins » : " + URL + " Merci.");
        assertThat(julie.allHeard()).filteredOn(text -> text.contains("synthèse « Vaccins »")).singleElement()
                .asString().startsWith("2 messages que vous avez marqués");
    }

    @Test
    void whatIsPutRightIsChangedWhereItStandsAndOnlyOnce() {
        Synthesis handed = syntheses().receive(news(List.of(house.id(group)), List.of(), false)).synthesis();
        announced();

        corrects(handed, "Vaccins et tests");
        corrects(handed, "Vaccins et tests");

        assertThat(edits()).containsExactly("📄 Synthèse corrigée : Vaccins et tests\n" + URL);
        assertThat(told(group)).hasSize(1);
        assertThat(find(handed).deliveries()).isEqualTo(new Synthesis.Deliveries(0, 1, 0));

        assertThat(syntheses().withdraw(handed.id())).isTrue();
        assertThat(syntheses().withdraw(handed.id())).isTrue();
        announced();
        assertThat(edits()).hasSize(2).last().isEqualTo("📄 Synthèse retirée : Vaccins et tests");
        assertThat(find(handed).withdrawnAt()).isNotNull();
        assertThat(syntheses().correct(handed.id(), news(null, List.of(), false)))
                .isInstanceOf(Syntheses.Changed.Withdrawn.class);
    }

    @Test
    void whatCannotBeChangedAnyMoreIsAnswered() {
        Synthesis handed = syntheses().receive(news(List.of(house.id(group)), List.of(), false)).synthesis();
        announced();
        String message = house.channel().calls(group.address()).getLast().message();
        house.channel().answers(group.address(), new Outcome.Refused("message-can-t-be-edited"));

        corrects(handed, "Vaccins et tests");

        assertThat(answers(message)).containsExactly("Corrigé : Vaccins et tests\n" + URL);
    }

    @Test
    void whatMayBeThereForAllAnybodyKnowsIsAnsweredWhenPutRight() {
        house.channel().answers(group.address(), new Outcome.Unknown("timeout"), new Outcome.Unknown("timeout"));
        Synthesis handed = syntheses().receive(news(List.of(house.id(group)), List.of(), false)).synthesis();
        announced();
        house.clock().advance(Duration.ofMinutes(2));
        announced();
        assertThat(find(handed).deliveries()).isEqualTo(new Synthesis.Deliveries(0, 0, 1));
        assertThat(syntheses().reached(handed.id(), 0, 1)).singleElement()
                .satisfies(reached -> assertThat(reached.status()).isEqualTo("UNKNOWN"));

        corrects(handed, "Vaccins et tests");

        assertThat(house.publicTexts(group)).contains("Corrigé : Vaccins et tests\n" + URL);
    }

    @Test
    void whatHasNotLeftYetLeavesPutRightOrNotAtAll() {
        house.clock().advance(Duration.ofHours(11));
        Synthesis corrected = syntheses().receive(news(List.of(house.id(group)), List.of(), false)).synthesis();
        Synthesis withdrawn = syntheses().receive(new News("ext-" + house.nextId(), "Retirée", null, URL,
                Locale.FRENCH, List.of(), List.of(house.id(group)), false, false)).synthesis();
        announced();
        corrects(corrected, "Première");
        corrects(corrected, "Seconde");
        syntheses().withdraw(withdrawn.id());
        announced();

        house.clock().advance(Duration.ofHours(9).plusMinutes(1));
        announced();

        assertThat(told(group)).containsExactly("📄 Synthèse : Seconde\n" + URL);
        assertThat(edits()).isEmpty();
        assertThat(find(corrected).deliveries()).isEqualTo(new Synthesis.Deliveries(0, 1, 0));
        assertThat(find(withdrawn).deliveries()).isEqualTo(new Synthesis.Deliveries(0, 0, 1));
    }

    private void corrects(Synthesis synthesis, String title) {
        syntheses().correct(synthesis.id(), new News(synthesis.externalId(), title, null, URL, Locale.FRENCH,
                List.of(), null, false, false));
        announced();
    }

    private List<String> edits() {
        return house.channel().calls(group.address()).stream().map(call -> call.outgoing())
                .filter(Outgoing.Edit.class::isInstance).map(Outgoing.Edit.class::cast).map(edit -> edit.text().text())
                .toList();
    }

    private List<String> answers(@Nullable String message) {
        return house.channel().calls().stream().map(call -> call.outgoing()).filter(Outgoing.Text.class::isInstance)
                .map(Outgoing.Text.class::cast)
                .filter(text -> text.to().equals(group.address()) && message != null && message.equals(text.replyTo()))
                .map(text -> text.text().text()).toList();
    }

    private News news(@Nullable List<Long> groups, List<UUID> signals, boolean urgent) {
        return new News("ext-" + house.nextId(), "Vaccins", "Une ligne\n\nDeux lignes\nTrois lignes\nQuatre lignes",
                URL,
                Locale.FRENCH, signals, groups, urgent, false);
    }

    private Synthesis find(Synthesis synthesis) {
        return syntheses().find(synthesis.id()).orElseThrow();
    }

    private Syntheses syntheses() {
        return house.get(Syntheses.class);
    }

    private List<String> told(Chat chat) {
        return house.publicTexts(chat).stream().filter(text -> text.startsWith("📄") || text.startsWith("🔴")).toList();
    }

    /** Pages have been asked for the titles that were wanted. */
    private void titled() {
        house.settles();
        house.clock().advance(Duration.ofSeconds(6));
        house.ticks("titles");
    }

    /** Everything that has come in is announced, and what became of it looked up. */
    private void announced() {
        house.settles();
        house.clock().advance(Duration.ofSeconds(6));
        house.ticks("syntheses");
        house.clock().advance(Duration.ofSeconds(6));
        house.ticks("syntheses");
        house.settles();
    }
}
