package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.signals.Hold;
import org.covigie.bot.signals.Platform;
import org.covigie.bot.signals.SignalDocument;
import org.covigie.bot.signals.Status;
import org.covigie.bot.testing.TestPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewTest extends EverywhereConversation {
    @Test
    void theQueueShowsNumberKindFlagsAndFirstWords() {
        ready("Plus de vaccin antigrippal dans trois pharmacies du canton depuis lundi, et rien avant dix jours", "/p");
        tagged(hosted ? "Dame de 94 ans, dyspnée" : "Mme Kerivel ne répond plus", "/f");

        julie.replies(group, null, "/brouillons");

        assertThat(julie.heard()).contains("2 brouillons").contains("n° 1 · problème").contains("Plus de vaccin")
                .contains("…")
                .contains("n° 2 · signal faible").contains("⚠️ à relire");
        assertThat(house.publicTexts(group)).noneMatch(text -> text.contains("brouillons en attente"));
    }

    @Test
    void nothingWaitingIsSaidInOneSentence() {
        julie.writes("/b");

        assertThat(julie.heard()).isEqualTo("Aucun brouillon en attente.");
    }

    @Test
    void publishingSendsWhatMayGoAndSaysWhatMayNotAndWhy() {
        ready("Premier problème", "/p");
        Quoted leas = lea.says(group, "Sans accord");
        julie.replies(group, leas, "/s");

        julie.writes("/publier tout");

        assertThat(julie.allHeard()).anyMatch(text -> text.contains("Le n° 1 part") && text.contains("Le n° 2 reste")
                && text.contains("accord de l’auteur"));
        assertThat(julie.heard()).contains("n° 1").contains("publié").contains("https://platform.test/1");
        assertThat(house.signals(group)).extracting(SignalDocument::status).containsExactlyInAnyOrder(Status.PUBLISHED,
                Status.DRAFT);
    }

    @Test
    void severalSignalsAreToldInOneMessage() {
        ready("Un", "/p");
        tagged("Deux", "/s");
        int before = julie.allHeard().size();

        julie.writes("/publier 1 2");

        house.awaits(() -> julie.allHeard().size() >= before + 2);
        house.settles();
        assertThat(julie.allHeard()).hasSize(before + 2);
        assertThat(julie.heard()).contains("n° 1").contains("n° 2");
    }

    @Test
    void aRefusalPutsTheSignalBackWithItsReason() {
        ready("Trop vague", "/p");
        house.platform().answers(new Platform.Outcome.Refused("Précisez le lieu."));

        julie.writes("/publier 1");

        assertThat(signal().status()).isEqualTo(Status.DRAFT);
        assertThat(julie.heard()).contains("a refusé le n° 1").contains("Précisez le lieu.");
        julie.writes("/voir 1");
        assertThat(julie.heard()).contains("Précisez le lieu.");
    }

    @Test
    void aPlatformThatIsAwayIsTriedAgainWithTheSameKeyAndToldOnce() {
        ready("Patience", "/p");
        house.platform().answers(new Platform.Outcome.Later("HTTP 503"), new Platform.Outcome.Later("HTTP 503"));

        julie.writes("/publier 1");
        assertThat(signal().status()).isEqualTo(Status.PUBLISHING);
        assertThat(julie.heard()).contains("ne répond pas");
        int told = julie.allHeard().size();

        house.clock().advance(Duration.ofSeconds(5));
        house.awaits(() -> calls("Patience").size() == 2);
        house.clock().advance(Duration.ofMinutes(10));
        house.awaits(() -> signal().status() == Status.PUBLISHED);
        house.settles();

        assertThat(calls("Patience")).hasSize(3).extracting(TestPlatform.Call::key)
                .containsOnly(calls("Patience").getFirst().key());
        assertThat(julie.allHeard()).hasSize(told + 1);
        assertThat(julie.heard()).contains("est publié");
    }

    @Test
    void whatIsRefusedAndSentAgainHasANewKey() {
        ready("Recommencé", "/p");
        house.platform().answers(new Platform.Outcome.Refused("non"));
        julie.writes("/publier 1");

        julie.writes("/publier 1");

        assertThat(calls("Recommencé")).extracting(TestPlatform.Call::key).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void theMaskedTextCanBeKeptOrRewritten() {
        onlyInAGroupOfThePlatforms("words that were not looked at before");
        marc.presses(group, "/consentir");
        tagged("M. Kerivel attend depuis six jours", "/p");
        assertThat(signal().holds()).containsExactly(Hold.PATIENT_DATA);
        julie.writes("/voir 1");
        assertThat(julie.heard()).contains("[NOM]").contains("Masqué : nom");
        assertThat(julie.buttons()).anyMatch(b -> b.endsWith("/modifier 1"));

        julie.presses(null, "/modifier 1");
        assertThat(signal().holds()).isEmpty();
        assertThat(signal().text()).isEqualTo("M. [NOM] attend depuis six jours");

        julie.writes("/modifier 1 Un patient attend depuis six jours");
        assertThat(signal().text()).isEqualTo("Un patient attend depuis six jours");
        assertThat(signal().findings()).isEmpty();

        julie.writes("/modifier 1 Mme Kerivel attend toujours");
        assertThat(signal().text()).isEqualTo("Mme [NOM] attend toujours");
        assertThat(julie.heard()).contains("encore de quoi désigner un patient");
    }

    @Test
    void twoCorrespondentsNeverLoseAnEdit() {
        claire.replies(group, lea.says(group, "bonjour"), "/correspondant");
        ready("Texte de départ", "/p");
        julie.writes("/voir 1");
        lea.writes("/voir 1");

        julie.writes("/modifier 1 Le texte de Julie");
        lea.writes("/modifier 1 Le texte de Léa");

        assertThat(signal().text()).isEqualTo("Le texte de Julie");
        assertThat(lea.heard()).contains("a changé depuis que vous l’avez vu").contains("Le texte de Julie");

        lea.writes("/modifier 1 Le texte des deux");
        assertThat(signal().text()).isEqualTo("Le texte des deux");
    }

    @Test
    void aRewrittenDraftKeepsItsWordsWhenTheAuthorEdits() {
        onlyInAGroupOfThePlatforms("edits");
        Quoted message = ready("Brouillon", "/p");
        julie.writes("/modifier 1 Mieux dit");

        marc.edits(group, message, "Brouillon corrigé");

        assertThat(signal().text()).isEqualTo("Mieux dit");
        assertThat(julie.heard()).contains("L’auteur a corrigé").contains("Brouillon corrigé");
    }

    @Test
    void aSolutionIsLinkedToItsProblem() {
        ready("Le problème", "/p");
        tagged("La solution", "/s");

        julie.writes("/lier 2 1");

        List<SignalDocument> all = house.signals(group);
        assertThat(all).allSatisfy(signal -> assertThat(signal.answers()).hasSize(1));
        julie.writes("/voir 2");
        assertThat(julie.heard()).contains("Répond au n° 1");
        julie.writes("/lier 1 2");
        assertThat(julie.heard()).contains("Une solution répond à un problème");
    }

    @Test
    void discardedDraftsLeaveTheQueue() {
        ready("Un", "/p");
        tagged("Deux", "/p");

        julie.writes("/ecarter 1 2 7");

        assertThat(house.signals(group)).extracting(SignalDocument::status).containsOnly(Status.DISCARDED);
        assertThat(julie.heard()).contains("Les n° 1, 2 sont écartés.").contains("Il n’y a pas de n° 7.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tout sauf 1", "pas le 1", "-1", "1-1", "1 abc", "99999999999999999999", ""})
    void whatIsNotJustNumbersPublishesNothing(String args) {
        ready("Reste ici", "/p");

        julie.writes("/publier " + args);

        assertThat(signal().status()).isEqualTo(Status.DRAFT);
        assertThat(julie.heard()).contains("Lesquels");
    }

    @Test
    void consentIsJudgedAnewWhenATagIsGivenAgain() {
        Quoted message = ready("D’accord, puis plus", "/p");
        julie.writes("/ecarter 1");
        marc.replies(group, null, "/nepasrelayer");
        assertThat(signal().status()).isEqualTo(Status.WITHDRAWN);
        assertThat(signal().text()).isEmpty();

        Quoted leas = lea.says(group, "Pas encore d’accord");
        julie.replies(group, leas, "/s");
        julie.writes("/ecarter 2");
        lea.presses(group, "/consentir");
        julie.replies(group, leas, "/s");
        assertThat(house.signals(group)).filteredOn(s -> s.number() == 2)
                .allSatisfy(s -> assertThat(s.holds()).isEmpty());
        assertThat(message.text().isEmpty()).isFalse();
    }

    @Test
    void whatIsOnItsWayIsNotSentOnceItsAuthorTakesItBack() {
        ready("Repris en route", "/p");
        house.platform().answers(new Platform.Outcome.Later("HTTP 503"));
        julie.writes("/publier 1");

        marc.replies(group, null, "/nepasrelayer");
        house.clock().advance(Duration.ofMinutes(1));
        house.awaits(() -> signal().status() == Status.WITHDRAWN);

        assertThat(calls("Repris en route")).hasSize(1);
        assertThat(signal().text()).isEmpty();
    }

    @Test
    void aCommandIsNothingToRelay() {
        onlyInAGroupOfThePlatforms("commands that others see");
        Quoted command = julie.says(group, "/groupe");

        julie.replies(group, command, "/p");

        assertThat(house.signals(group)).isEmpty();
        assertThat(julie.heard()).contains("est une commande");
    }

    @Test
    void theAuthorWithdrawsForGood() {
        Quoted message = ready("À retirer", "/p");

        lea.replies(group, message, "/retirer");
        assertThat(lea.heard()).contains("Seul son auteur");
        assertThat(signal().status()).isEqualTo(Status.DRAFT);

        marc.replies(group, message, "/retirer");
        assertThat(signal().status()).isEqualTo(Status.WITHDRAWN);
        assertThat(signal().text()).isEmpty();

        julie.replies(group, message, "/p");
        assertThat(julie.heard()).contains("l’a retiré");
        assertThat(signal().status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void aButtonIsJudgedLikeTypedWords() {
        ready("Texte", "/p");

        marc.presses(null, "g" + house.id(group) + " /publier tout");
        marc.presses(null, "g999999 /publier tout");
        marc.presses(null, "n’importe quoi");

        assertThat(signal().status()).isEqualTo(Status.DRAFT);
        assertThat(marc.allHeard()).anyMatch(text -> text.contains("réservée au correspondant"));
    }

    @Test
    void whoIsCorrespondentOfTwoGroupsSaysOnceWhichOne() {
        ready("Dans le premier", "/p");
        var other = aGroup("Un autre groupe " + house.nextId(), claire, julie);
        if (hosted) {
            claire.writes("/ici " + other.title());
            claire.writes("/correspondant 2");
        } else {
            claire.replies(other, julie.says(other, "me voici"), "/correspondant");
        }

        julie.writes("/brouillons");
        assertThat(julie.heard()).contains("Duquel parlez-vous");

        julie.writes("/ici " + group.title());
        julie.writes("/brouillons");
        assertThat(julie.heard()).contains(group.title()).contains("Dans le premier");
    }

    private List<TestPlatform.Call> calls(String text) {
        return house.platform().calls().stream().filter(call -> call.signal().text().equals(text)
                && call.signal().group().id() == house.id(group)).toList();
    }
}
