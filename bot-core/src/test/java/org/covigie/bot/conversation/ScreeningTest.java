package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Words;
import org.covigie.bot.signals.Hold;
import org.covigie.bot.signals.Status;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.Tables;
import org.junit.jupiter.api.Test;

/** In a group of the platform's own; where the house passes messages on, they are stopped before: {@link RelayScreeningTest}. */
class ScreeningTest extends Conversation {
    private static final String LEAK = "Mme Bellanger, née le 12/03/1946, attend une place depuis six jours";

    @Test
    void theAuthorHearsAloneWhatWasMaskedAndHowItCouldBeSaid() {
        marc.writes("/start");
        int before = house.publicTexts(group).size();

        tagged(LEAK, "/p");

        assertThat(signal().holds()).contains(Hold.PATIENT_DATA);
        assertThat(marc.heard()).contains("un nom, une date de naissance", "« un patient »", "« environ 80 ans »")
                .doesNotContain("Bellanger").doesNotContain("1946");
        assertThat(marc.buttons()).anyMatch(button -> button.endsWith("/pasmonpatient 1"));
        assertThat(house.publicTexts(group)).hasSize(before);
    }

    @Test
    void theQuestionOfConsentAndWhatWasFoundAreOneMessage() {
        marc.writes("/start");
        int before = marc.allHeard().size();

        tagged(LEAK, "/p");

        assertThat(marc.allHeard()).hasSize(before + 1);
        assertThat(marc.heard()).contains("un nom").contains("Êtes-vous d’accord");
    }

    @Test
    void aHintIsGivenOnceForTheSameWords() {
        marc.writes("/start");
        marc.presses(group, "/consentir");
        tagged("Dame de 94 ans, dyspnée", "/p");
        assertThat(marc.heard()).contains("ceci pourrait désigner un patient : un âge de 90 ans ou plus");
        assertThat(signal().text()).doesNotContain("94");
        int told = marc.allHeard().size();

        house.clock().advance(Duration.ofMinutes(5));
        tagged("Dame de 94 ans, chute", "/p");

        assertThat(marc.allHeard()).hasSize(told);
    }

    @Test
    void oneTapSaysThatItIsNoPatientAndTheGroupRemembers() {
        ready("M. Bellanger a encore cassé le chauffage du cabinet médical", "/p");
        assertThat(signal().text()).contains("[NOM]");

        julie.writes("/voir 1");
        assertThat(julie.buttons()).anyMatch(button -> button.endsWith("/paspatient 1"));
        julie.writes("/paspatient 1");

        assertThat(signal().text()).isEqualTo("M. Bellanger a encore cassé le chauffage du cabinet médical");
        assertThat(signal().holds()).isEmpty();

        house.clock().advance(Duration.ofMinutes(5));
        tagged("M. Bellanger répare enfin le chauffage", "/s");
        assertThat(house.signals(group).getFirst().text()).isEqualTo("M. Bellanger répare enfin le chauffage");
        assertThat(new Tables(house).contents(List.of()).get("dismissed_token")).isNotEmpty()
                .noneMatch(row -> row.toLowerCase(java.util.Locale.ROOT).contains("bellanger"));
    }

    @Test
    void oneTapIsForAllThatWasFoundAndForWhatStoodBehindIt() {
        ready("Monsieur Hervé Quemener, 94 ans, rue des Ajoncs à Plouvern, attend son lit médicalisé.", "/p");
        assertThat(signal().holds()).containsExactly(Hold.PATIENT_DATA);

        julie.writes("/paspatient 1");

        assertThat(signal().text())
                .isEqualTo("Monsieur Hervé Quemener, 94 ans, rue des Ajoncs à Plouvern, attend son lit médicalisé.");
        assertThat(signal().holds()).isEmpty();
    }

    @Test
    void whatOneGroupSaysOfAWordHoldsInThatGroupOnly() {
        ready("M. Bellanger a encore cassé le chauffage", "/p");
        julie.writes("/paspatient 1");
        var other = house.group("Ailleurs " + house.nextId(), claire);
        Quoted hello = julie.says(other, "Bonjour");
        claire.replies(other, hello, "/correspondant");
        Quoted message = marc.says(other, "M. Bellanger tousse depuis hier");

        julie.replies(other, message, "/p");

        assertThat(house.signal(other).text()).contains("[NOM]");
    }

    @Test
    void theAuthorsTapShowsTheWordsButTheCorrespondentReadsThemFirst() {
        marc.writes("/start");
        ready("M. Bellanger a encore cassé le chauffage", "/p");

        marc.presses(group, "/pasmonpatient 1");

        assertThat(signal().text()).startsWith("M. Bellanger");
        assertThat(signal().holds()).containsExactly(Hold.PATIENT_DATA);
        assertThat(julie.heard()).contains("La personne qui a écrit le n° 1");

        julie.writes("/voir 1");
        assertThat(julie.heard()).contains("à relire en entier").doesNotContain("a été masquée");
        julie.writes("/modifier 1");
        assertThat(signal().holds()).isEmpty();
        assertThat(signal().text()).startsWith("M. Bellanger");

        house.clock().advance(Duration.ofMinutes(5));
        tagged("M. Bellanger répare enfin le chauffage", "/s");
        assertThat(house.signals(group).getFirst().holds()).isEmpty();
    }

    @Test
    void anEditAfterTheAuthorsTapDoesNotLiftTheHold() {
        marc.writes("/start");
        Quoted message = ready("M. Bellanger a encore cassé le chauffage", "/p");
        marc.presses(null, marc.buttons().getLast());
        assertThat(signal().text()).startsWith("M. Bellanger");

        marc.edits(group, message, "M. Bellanger a encore cassé le chauffage !");
        julie.writes("/publier tout");

        assertThat(signal().text()).endsWith("chauffage !");
        assertThat(signal().holds()).containsExactly(Hold.PATIENT_DATA);
        assertThat(signal().status()).isEqualTo(Status.DRAFT);
    }

    @Test
    void whatTheAuthorSaysIsForgottenWhenTheCorrespondentDoesNotFollow() {
        marc.writes("/start");
        ready("M. Bellanger a encore cassé le chauffage", "/p");
        marc.presses(group, "/pasmonpatient 1");
        julie.writes("/ecarter 1");

        house.clock().advance(Duration.ofMinutes(5));
        tagged("M. Bellanger tousse", "/p");

        assertThat(house.signals(group).getFirst().text()).isEqualTo("M. [NOM] tousse");
    }

    @Test
    void theTapLeavesTheQuestionOfConsentStanding() {
        marc.writes("/start");
        tagged("M. Bellanger a encore cassé le chauffage", "/p");
        List<String> buttons = marc.buttons();
        int edits = edits();

        marc.presses(null, buttons.getLast());

        assertThat(edits()).isEqualTo(edits);
        marc.presses(null, buttons.getFirst());
        julie.writes("/voir 1");
        julie.writes("/modifier 1");
        assertThat(signal().holds()).isEmpty();
    }

    @Test
    void aNoteIsTheCorrespondentsOwn() {
        marc.writes("/start");
        claire.writes("/effacer oui");
        marc.presses(group, "/consentir");
        int told = marc.allHeard().size();

        tagged("Plus de vaccin", "/p à dire à Mme Bellanger");

        assertThat(signal().note()).isEqualTo("à dire à Mme [NOM]");
        assertThat(signal().holds()).containsExactly(Hold.PATIENT_DATA);
        assertThat(deletions()).isZero();
        assertThat(marc.allHeard()).hasSize(told);
        marc.presses(group, "/pasmonpatient 1");
        assertThat(signal().note()).isEqualTo("à dire à Mme [NOM]");
        assertThat(signal().holds()).containsExactly(Hold.PATIENT_DATA);
    }

    @Test
    void aReactionIsHeldWhereverItIsTold() {
        ready("Encore un cas hier", "/p urticaire géante après la première dose d’amoxicilline");

        assertThat(signal().holds()).containsExactly(Hold.DRUG_REACTION);
    }

    @Test
    void aCorrectionThatBringsANameInIsToldAsATagIs() {
        marc.writes("/start");
        Quoted message = ready("Chute à domicile", "/p");

        marc.edits(group, message, "Chute à domicile de Mme Bellanger");

        assertThat(signal().text()).isEqualTo("Chute à domicile de Mme [NOM]");
        assertThat(marc.heard()).contains("un nom");
        assertThat(julie.heard()).contains("masqué");
    }

    @Test
    void whoeverTagsTheirOwnWordsHearsHowTheyCouldBeSaid() {
        Quoted own = julie.says(group, "M. Bellanger est encore tombé chez lui");
        julie.replies(group, own, "/p");

        assertThat(julie.allHeard()).anyMatch(text -> text.contains("masqué") && text.contains("« un patient »"));
    }

    @Test
    void theGroupsOwnNameIsNobodys() {
        ready("Appareil à ECG introuvable dans le canton " + group.title(), "/p");

        assertThat(signal().holds()).isEmpty();
        assertThat(signal().text()).endsWith(group.title());
    }

    @Test
    void theTownInAGroupsTitleHidesNobodysAddress() {
        Chat town = house.group("Guérande", claire);
        claire.replies(town, julie.says(town, "Bonjour"), "/correspondant");
        Quoted message = marc.says(town, "Ma patiente du 3 rue des Salines, 44350 Guérande ne mange plus");
        julie.replies(town, message, "/p");

        assertThat(house.signal(town).text()).doesNotContain("rue des Salines");
    }

    @Test
    void theWordsAGroupKnowsCanBeForgotten() {
        ready("M. Bellanger a encore cassé le chauffage", "/p");
        julie.writes("/paspatient 1");
        julie.writes("/paspatient aucun");
        assertThat(julie.heard()).contains("Un mot oublié");

        house.clock().advance(Duration.ofMinutes(5));
        tagged("M. Bellanger tousse", "/p");
        assertThat(house.signals(group).getFirst().text()).isEqualTo("M. [NOM] tousse");
    }

    @Test
    void anAgeIsNobodysInOneTextAndAPatientsInTheNext() {
        ready("Dame de 94 ans, dyspnée", "/p");
        julie.writes("/paspatient 1");
        assertThat(signal().text()).contains("94");

        house.clock().advance(Duration.ofMinutes(5));
        tagged("Dame de 94 ans, chute", "/p");
        assertThat(house.signals(group).getFirst().text()).doesNotContain("94");
    }

    @Test
    void nobodyButItsAuthorSaysSoOfAMessage() {
        ready("M. Bellanger a encore cassé le chauffage", "/p");
        lea.says(group, "bonjour");

        lea.presses(group, "/pasmonpatient 1");
        lea.writes("/paspatient 1");

        assertThat(signal().text()).contains("[NOM]");
    }

    @Test
    void aDateOfBirthStaysMaskedWhateverIsDeclared() {
        ready("Né le 12/03/1946, attend une place", "/p");

        julie.writes("/voir 1");
        assertThat(julie.buttons()).noneMatch(button -> button.endsWith("/paspatient 1"));
        julie.writes("/paspatient 1");

        assertThat(julie.heard()).contains("reste masqué");
        assertThat(signal().holds()).containsExactly(Hold.PATIENT_DATA);
    }

    @Test
    void aMembersNameRaisesNoAlarm() {
        people().calls(people().find(claire.address()).orElseThrow().id(), new Words("Claire Kervella"));
        ready("Kervella Claire ne prend plus de nouveaux patients le jeudi", "/p");

        assertThat(signal().text()).contains("Kervella");
    }

    @Test
    void aCaseToldInTwoMessagesIsReadTogether() {
        marc.presses(group, "/consentir");
        marc.says(group, "J’ai vu ma patiente Mme");
        house.clock().advance(Duration.ofSeconds(20));
        Quoted second = marc.says(group, "bellanger qui ne mange plus");

        julie.replies(group, second, "/p");

        assertThat(signal().text()).contains("[NOM]").doesNotContain("bellanger");
    }

    @Test
    void whatIsMaskedIsNowhereInClear() {
        marc.writes("/start");
        tagged(LEAK + ", tél 06 39 98 12 34", "/p pour Mme Bellanger");
        julie.writes("/modifier 1 Mme Bellanger attend, 06 39 98 12 34");

        assertThat(new Tables(house).contents(List.of()).values().stream().flatMap(List::stream))
                .noneMatch(row -> row.contains("Bellanger") || row.contains("06 39 98") || row.contains("12/03/1946"));
    }

    @Test
    void aReactionToAMedicineIsHeldUntilItIsDeclared() {
        ready("Urticaire géante hier après la première dose d’amoxicilline", "/p");

        assertThat(signal().holds()).containsExactly(Hold.DRUG_REACTION);
        assertThat(julie.heard()).contains("signalement-sante.gouv.fr", "Médicament, dose, lot");
        julie.writes("/publier 1");
        assertThat(julie.heard()).contains("à déclarer d’abord");
        assertThat(signal().status()).isEqualTo(Status.DRAFT);

        julie.writes("/declare 1");

        assertThat(signal().holds()).isEmpty();
        julie.writes("/modifier 1 Urticaire géante après la première dose d’amoxicilline, déjà déclarée");
        assertThat(signal().holds()).isEmpty();
    }

    @Test
    void whatIsNoReactionIsSaidToBeNone() {
        ready("Urticaire géante hier après la première dose d’amoxicilline", "/p");

        julie.writes("/declare 1 non");

        assertThat(signal().holds()).isEmpty();
        assertThat(julie.heard()).contains("ne décrit pas d’effet indésirable");
        julie.writes("/declare 1");
        assertThat(julie.heard()).contains("n’est pas retenu");
    }

    @Test
    void aPictureIsLookedAtBeforeItsWordsArePublished() {
        marc.presses(group, "/consentir");
        Quoted picture = marc.sends(group, "Affiche de la campagne", house.nextId());
        julie.replies(group, picture, "/s");

        julie.writes("/publier tout");

        assertThat(julie.heard()).contains("nom, visage, ordonnance visibles");
        assertThat(signal().status()).isEqualTo(Status.DRAFT);
        assertThat(julie.buttons()).anyMatch(button -> button.endsWith("/rienvisible 1"));

        julie.writes("/rienvisible 1");
        julie.writes("/publier 1");
        house.settles();
        assertThat(signal().status()).isIn(Status.PUBLISHING, Status.PUBLISHED);
    }

    @Test
    void theBotDeletesAMessageOnlyWhereTheAnimatorHasChosenSo() {
        marc.writes("/start");
        tagged(LEAK, "/p");
        assertThat(deletions()).isZero();

        julie.writes("/effacer oui");
        assertThat(julie.heard()).contains("animateur");
        claire.writes("/effacer oui");
        assertThat(claire.heard()).contains("droit de supprimer");
        Quoted second = tagged("M. Bellanger est mort hier chez lui", "/p");

        assertThat(deletions()).isOne();
        assertThat(marc.heard()).contains("je supprime le message");
        assertThat(house.reaction(group, second.message())).isNull();
        assertThat(julie.allHeard()).anyMatch(text -> text.contains("brouillon n° 2"));

        claire.writes("/effacer non");
        tagged("M. Bellanger est mort avant-hier chez lui", "/p");
        assertThat(deletions()).isOne();
    }

    private int edits() {
        return (int) house.channel().calls().stream().filter(call -> call.outgoing() instanceof Outgoing.Edit).count();
    }

    private People people() {
        return house.get(People.class);
    }

    private long deletions() {
        return house.channel().calls().stream().map(call -> call.outgoing())
                .filter(out -> out instanceof Outgoing.Deletion && out.to().equals(group.address())).count();
    }
}
