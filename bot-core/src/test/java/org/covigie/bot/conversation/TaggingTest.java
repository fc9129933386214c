package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.signals.Hold;
import org.covigie.bot.signals.Kind;
import org.covigie.bot.signals.SignalDocument;
import org.covigie.bot.signals.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaggingTest extends EverywhereConversation {
    @ParameterizedTest
    @CsvSource({"/p,PROBLEM", "/probleme,PROBLEM", "/problème,PROBLEM", "/PROBLÈME,PROBLEM", "/problem,PROBLEM",
            "/s,SOLUTION", "/Solution,SOLUTION", "/f,WEAK_SIGNAL", "/faible,WEAK_SIGNAL", "/w,WEAK_SIGNAL",
            "/weak,WEAK_SIGNAL", "/signal,WEAK_SIGNAL"})
    void everySpellingOfATagMakesADraft(String tag, Kind kind) {
        Quoted message = tagged("Plus de vaccin antigrippal depuis lundi", tag);

        assertThat(signal().kind()).isEqualTo(kind);
        assertThat(signal().status()).isEqualTo(Status.DRAFT);
        assertThat(signal().text()).isEqualTo("Plus de vaccin antigrippal depuis lundi");
        if (!hosted) {
            assertThat(house.reaction(group, message.message())).isIn("🤔", "👌", "👀");
        }
    }

    @Test
    void aTagInTheGroupLeavesNoMessageThere() {
        int before = house.publicTexts(group).size();

        tagged("Rupture d’amoxicilline", "/p note pour moi");

        assertThat(house.publicTexts(group)).hasSize(before);
        assertThat(signal().note()).isEqualTo("note pour moi");
    }

    @Test
    void theLastTagWinsAndTheEarlierTaggerIsTold() {
        Quoted leasHello = lea.says(group, "Moi aussi je peux marquer");
        claire.replies(group, leasHello, "/correspondant");
        Quoted message = tagged("On manque de créneaux", "/p");

        lea.replies(group, message, "/f");

        assertThat(signal().kind()).isEqualTo(Kind.WEAK_SIGNAL);
        assertThat(julie.heard()).contains("signal faible");
        acknowledged(lea, message, "👀");
    }

    @Test
    void onlyTheCorrespondentTagsWhateverOtherRolesSomebodyHolds() {
        Quoted message = marc.says(group, "Encore une rupture");

        claire.replies(group, message, "/p");
        lea.replies(group, message, "/p");

        assertThat(house.signals(group)).isEmpty();
        assertThat(claire.heard()).contains("réservée au correspondant");
        assertThat(lea.heard()).contains("réservée au correspondant");
    }

    @Test
    void aTagThatAnswersNothingGetsOneSentence() {
        julie.replies(group, null, "/p");

        assertThat(house.signals(group)).isEmpty();
        assertThat(julie.heard()).contains("en réponse au message");
    }

    @Test
    void aReactionTagsAndTakingItBackTakesTheTagBack() {
        onlyInAGroupOfThePlatforms("reactions");
        Quoted message = marc.says(group, "Bronchiolites : tri par téléphone, ça marche");

        julie.reacts(group, message, Set.of(), Set.of("👌"));
        assertThat(signal().kind()).isEqualTo(Kind.SOLUTION);
        assertThat(signal().text()).startsWith("Bronchiolites");

        julie.reacts(group, message, Set.of("👌"), Set.of("🤔"));
        assertThat(signal().kind()).isEqualTo(Kind.PROBLEM);

        julie.reacts(group, message, Set.of("🤔"), Set.of());
        assertThat(signal().status()).isEqualTo(Status.DISCARDED);
        assertThat(house.reaction(group, message.message())).isNull();
    }

    @Test
    void reactionsOfOthersAndOtherReactionsAreNobodysBusiness() {
        onlyInAGroupOfThePlatforms("reactions");
        Quoted message = marc.says(group, "Rien à signaler");

        lea.reacts(group, message, Set.of(), Set.of("🤔"));
        julie.reacts(group, message, Set.of(), Set.of("👍"));

        assertThat(house.signals(group)).isEmpty();
    }

    @Test
    void afterARestartAReactionIsAnsweredInPrivate() {
        onlyInAGroupOfThePlatforms("reactions");
        Quoted forgotten = new Quoted("424242", null, org.covigie.bot.people.Words.NONE, house.clock().instant(), null,
                false,
                false, false, true, List.of());

        julie.reacts(group, forgotten, Set.of(), Set.of("🤔"));

        assertThat(house.signals(group)).isEmpty();
        assertThat(julie.heard()).contains("plus ce message en mémoire");
    }

    @Test
    void undoTakesTheTagRepliedToOrTheLastOneBack() {
        Quoted first = tagged("Premier problème", "/p");
        tagged("Second problème", "/p");

        julie.replies(group, first, "/annuler");
        assertThat(house.signals(group)).extracting(SignalDocument::text, SignalDocument::status)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Premier problème", Status.DISCARDED),
                        org.assertj.core.groups.Tuple.tuple("Second problème", Status.DRAFT));

        julie.writes("/annuler");
        assertThat(house.signals(group)).extracting(SignalDocument::status).containsOnly(Status.DISCARDED);

        julie.writes("/undo");
        assertThat(julie.heard()).contains("pas de marquage");
    }

    @Test
    void aTagTakenBackCanBeGivenAgain() {
        Quoted message = tagged("Hésitation", "/p");
        julie.replies(group, message, "/annuler");

        julie.replies(group, message, "/s");

        assertThat(signal().status()).isEqualTo(Status.DRAFT);
        assertThat(signal().kind()).isEqualTo(Kind.SOLUTION);
    }

    @Test
    void theAuthorIsAskedForConsentOnceAndTheDraftIsHeldUntilThen() {
        onlyInAGroupOfThePlatforms("where the house keeps the group the charter comes before the first word");
        tagged("Un problème", "/p");
        assertThat(signal().holds()).containsExactly(Hold.AUTHOR_CONSENT);
        assertThat(marc.heard()).contains("sans votre nom");
        assertThat(marc.buttons()).anyMatch(b -> b.endsWith("/consentir"));

        int asked = marc.allHeard().size();
        tagged("Un autre problème", "/p");
        assertThat(marc.allHeard()).hasSize(asked);

        marc.presses(group, "/consentir");
        assertThat(house.signals(group)).allSatisfy(s -> assertThat(s.holds()).isEmpty());
    }

    @Test
    void silenceIsNoAndARefusalWithdrawsTheDrafts() {
        tagged("Un problème", "/p");

        marc.replies(group, null, "/nepasrelayer");

        assertThat(signal().status()).isEqualTo(Status.WITHDRAWN);
        assertThat(signal().text()).isEmpty();
    }

    @Test
    void theDraftFollowsItsSourceAndTheCheckRunsAgain() {
        onlyInAGroupOfThePlatforms("edits");
        Quoted message = tagged("Chute à domicile", "/p");

        marc.edits(group, message, "Chute à domicile de Mme Kerivel");

        assertThat(signal().text()).isEqualTo("Chute à domicile de Mme [NOM]");
        assertThat(signal().holds()).contains(Hold.PATIENT_DATA);

        marc.edits(group, message, "Chute à domicile, encore une");
        assertThat(signal().text()).isEqualTo("Chute à domicile, encore une");
        assertThat(signal().holds()).doesNotContain(Hold.PATIENT_DATA);
    }

    @Test
    void whatCouldPointToAPatientIsMaskedBeforeItIsStored() {
        onlyInAGroupOfThePlatforms("words that were not looked at before");
        tagged("Mme Kerivel, née le 12/03/1946, ne trouve plus son traitement 😷", "/p");

        assertThat(signal().text())
                .isEqualTo("Mme [NOM], née le [DATE DE NAISSANCE], ne trouve plus son traitement 😷");
        assertThat(signal().holds()).contains(Hold.PATIENT_DATA);
        assertThat(signal().findings()).allSatisfy(f -> assertThat(signal().text().substring(f.start(), f.end()))
                .startsWith("[").endsWith("]"));
        assertThat(julie.heard()).contains("masqué");
    }

    @Test
    void anAlbumIsOneDraftWithTheCaptionOfAnyOfItsPictures() {
        onlyInAGroupOfThePlatforms("albums");
        marc.sends(group, "", "album-" + group.address().id());
        Quoted captioned = marc.sends(group, "Ordonnances illisibles", "album-" + group.address().id());
        Quoted last = marc.sends(group, "", "album-" + group.address().id());

        julie.replies(group, last, "/p");
        julie.replies(group, captioned, "/p");

        assertThat(signal().text()).isEqualTo("Ordonnances illisibles");
    }

    @Test
    void aQuoteNarrowsTheText() {
        onlyInAGroupOfThePlatforms("quotes of a part");
        Quoted whole = marc.says(group, "Bonjour. Plus de pansements chez le grossiste. Bonne journée.");
        Quoted part = new Quoted(whole.message(), whole.author(),
                new org.covigie.bot.people.Words("Plus de pansements chez le grossiste."), whole.sentAt(), null, false,
                false,
                true, false, List.of());

        julie.replies(group, part, "/p");

        assertThat(signal().text()).isEqualTo("Plus de pansements chez le grossiste.");
    }

    @Test
    void severalMessagesOfOneAuthorBecomeOneDraft() {
        Quoted first = marc.says(group, "Depuis ce matin");
        lea.says(group, "ah bon ?");
        marc.says(group, "la carte Vitale ne passe plus");
        marc.says(group, "chez aucun de nous");

        julie.replies(group, first, "/p 3 panne générale");

        assertThat(signal().text()).isEqualTo("Depuis ce matin\nla carte Vitale ne passe plus\nchez aucun de nous");
        assertThat(signal().note()).isEqualTo("panne générale");
    }

    @Test
    void theSupportGroupStoresNothingAndCountsThat() {
        claire.replies(group, null, "/entraide");

        tagged("Je n’en peux plus", "/p");

        assertThat(house.signals(group)).isEmpty();
        assertThat(julie.heard()).contains("rien n’y est collecté");
        claire.writes("/groupe");
        assertThat(claire.heard()).contains("Marquages refusés : 1");
    }
}
