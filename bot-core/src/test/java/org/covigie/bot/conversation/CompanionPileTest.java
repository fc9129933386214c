package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.signals.Hold;
import org.covigie.bot.signals.Kind;
import org.covigie.bot.signals.SignalDocument;
import org.covigie.bot.signals.Status;
import org.covigie.bot.testing.Chat;
import org.junit.jupiter.api.Test;

class CompanionPileTest extends CompanionConversation {
    @Test
    void aForwardedMessageBecomesADraftByAButton() {
        julie.forwards("Plus de masques FFP2 à la maison médicale");
        assertThat(julie.heard()).contains("Plus de masques FFP2").contains("Quel genre").contains("passer");
        assertThat(julie.buttons()).hasSize(3);

        presses(julie, "/probleme");

        SignalDocument draft = house.signal(group);
        assertThat(draft.kind()).isEqualTo(Kind.PROBLEM);
        assertThat(draft.text()).isEqualTo("Plus de masques FFP2 à la maison médicale");
        assertThat(draft.holds()).containsExactly(Hold.AUTHOR_CONSENT);
        assertThat(julie.heard()).contains("Noté : problème n° 1.").contains("son auteur est d’accord");
        assertThat(rows("pile", julie)).isZero();
    }

    @Test
    void aTagTypedNextIsForWhatWasJustForwardedNotForAQuestionOfThisMorning() {
        julie.forwards("Message du matin");
        house.clock().advance(java.time.Duration.ofHours(5));
        julie.forwards("Message du soir");
        assertThat(julie.heard()).contains("Message du soir").contains("Un autre attend");

        julie.writes("/p");

        assertThat(house.signal(group).text()).isEqualTo("Message du soir");
        assertThat(julie.heard()).contains("Message du matin");
    }

    @Test
    void severalInARowAreTaggedOneByOneAndOnlyOneQuestionIsOpen() {
        julie.forwards("Premier message");
        julie.forwards("Deuxième message");
        julie.forwards("Troisième message");
        assertThat(julie.allHeard()).filteredOn(text -> text.contains("Quel genre")).hasSize(1);

        julie.writes("/p");
        assertThat(julie.heard()).contains("Deuxième message").contains("Un autre attend");
        presses(julie, "/signal");
        assertThat(julie.heard()).contains("Troisième message").doesNotContain("attend");
        julie.writes("passer");
        assertThat(julie.heard()).isEqualTo("C’est écarté.");

        assertThat(house.signals(group)).extracting(SignalDocument::text, SignalDocument::kind)
                .containsExactlyInAnyOrder(tuple("Premier message", Kind.PROBLEM),
                        tuple("Deuxième message", Kind.WEAK_SIGNAL));
        assertThat(rows("pile", julie)).isZero();
    }

    @Test
    void theNextMessageMayCarryTheTagWithANote() {
        julie.forwards("Rupture d’amoxicilline");

        julie.writes("/f vu dans trois officines");

        assertThat(house.signal(group).note()).isEqualTo("vu dans trois officines");
        assertThat(house.signal(group).kind()).isEqualTo(Kind.WEAK_SIGNAL);
    }

    @Test
    void aReplyToTheQuestionTagsThatOne() {
        String question = "question-" + house.nextId();
        house.channel().answers(julie.address(), new Outcome.Sent(question));
        julie.forwards("Premier message");
        julie.forwards("Deuxième message");

        julie.answers(question, "/s");

        assertThat(house.signal(group).text()).isEqualTo("Premier message");
        assertThat(house.signal(group).kind()).isEqualTo(Kind.SOLUTION);
        julie.answers(question, "/p");
        assertThat(house.signals(group)).hasSize(1);
        assertThat(julie.heard()).startsWith("Ce message n’attend plus");
    }

    @Test
    void pressedTwiceNothingHappensTwice() {
        julie.forwards("Plus de gants");
        String data = julie.buttons().getFirst();
        julie.presses(null, data);
        julie.presses(null, data);

        assertThat(house.signals(group)).hasSize(1);
        assertThat(julie.heard()).startsWith("Ce message n’attend plus");
    }

    @Test
    void nobodyTagsWhatSomebodyElseForwarded() {
        julie.forwards("Plus de gants");
        String data = julie.buttons().getFirst();

        nora.writes("/start");
        nora.presses(null, data);

        assertThat(house.signals(group)).isEmpty();
        assertThat(rows("pile", julie)).isEqualTo(1);
    }

    @Test
    void whatIsNotTaggedWithinADayIsNotKept() {
        julie.forwards("Plus de gants");
        String data = julie.buttons().getFirst();
        house.clock().advance(Duration.ofHours(25));

        julie.presses(null, data);
        assertThat(julie.heard()).startsWith("Ce message n’attend plus");
        house.ticks("forwarded-pile");
        assertThat(rows("pile", julie)).isZero();
    }

    @Test
    void whatIsGivenUpAfterADayIsGivenUpInSilence() {
        julie.forwards("Plus de gants");
        int heard = julie.allHeard().size();
        house.clock().advance(Duration.ofHours(25));

        house.ticks("forwarded-pile");

        assertThat(rows("pile", julie)).isZero();
        assertThat(julie.allHeard()).hasSize(heard);
    }

    @Test
    void noMoreThanTwentyWaitAndThatIsSaidOnce() {
        for (int i = 1; i <= 23; i++) {
            julie.forwards("Message " + i);
        }
        assertThat(rows("pile", julie)).isEqualTo(20);
        assertThat(julie.allHeard()).filteredOn(text -> text.startsWith("20 messages transférés attendent"))
                .hasSize(1);

        julie.writes("passer");
        julie.forwards("Message 24");

        assertThat(rows("pile", julie)).isEqualTo(20);
        assertThat(julie.heard()).contains("Message 2 ");
    }

    @Test
    void whatSomebodyElseForwardsIsNotKept() {
        nora.writes("/start");
        nora.forwards("Plus de gants");

        assertThat(nora.heard()).startsWith("Bonjour. Je ne lis que les commandes");
        assertThat(rows("pile", nora)).isZero();
    }

    @Test
    void aCorrespondentWhoWritesInsteadOfForwardingIsShownHow() {
        julie.writes("Il manque des gants");

        assertThat(julie.heard()).contains("transférez-le-moi");
        assertThat(rows("pile", julie)).isZero();
    }

    @Test
    void aTagWithNothingToTagIsToldSo() {
        julie.writes("/p");

        assertThat(julie.heard()).isEqualTo("Aucun message transféré n’attend.");
        julie.writes("passer");
        assertThat(julie.heard()).isEqualTo("Aucun message transféré n’attend.");
    }

    @Test
    void aPictureWithoutWordsCanBeTaggedToo() {
        house.arrives(new org.covigie.bot.messaging.Incoming.Said(julie.address(),
                org.covigie.bot.messaging.Place.PRIVATE, julie.sender(), house.nextId(), null,
                org.covigie.bot.people.Words.NONE, null, null, true, true, null, house.clock().instant()));
        assertThat(julie.heard()).contains("sans texte");

        julie.writes("/p");

        assertThat(house.signal(group).text()).isEmpty();
    }

    @Test
    void whoCollectsForSeveralGroupsIsAskedOnceWhichOne() {
        Chat other = registers(claire);
        enrols(other, julie);
        house.get(Groups.class).correspondent(house.id(other), person(julie).id(), true);

        julie.forwards("Plus de gants");
        julie.forwards("Plus de masques");
        assertThat(julie.heard()).startsWith("De quel groupe");
        assertThat(julie.allHeard()).filteredOn(text -> text.startsWith("De quel groupe")).hasSize(1);

        presses(julie, "/ici " + house.id(other));
        assertThat(julie.heard()).contains(other.title()).contains("Plus de gants").contains("Un autre attend");
        julie.writes("/p");
        julie.writes("/p");

        assertThat(house.signals(other)).hasSize(2);
        assertThat(house.signals(group)).isEmpty();
    }

    @Test
    void theCorrespondentStatesThatTheAuthorAgreesAndTheJournalSaysSo() {
        julie.forwards("Plus de gants");
        julie.writes("/p");
        presses(julie, "/accord 1");

        assertThat(house.signal(group).holds()).isEmpty();
        assertThat(julie.heard()).contains("l’auteur du n° 1 est d’accord");
        julie.writes("/accord 1");
        assertThat(julie.heard()).contains("déjà noté");
        claire.writes("/journal");
        assertThat(claire.heard()).contains("a attesté l’accord de l’auteur du brouillon n° 1");
        julie.writes("/publier 1");
        assertThat(house.signal(group).status()).isEqualTo(Status.PUBLISHED);
    }

    @Test
    void theButtonStandsUnderTheDraftAsWell() {
        julie.forwards("Plus de gants");
        julie.writes("/p");
        julie.writes("/voir 1");
        presses(julie, "/accord 1");

        assertThat(house.signal(group).holds()).isEmpty();
    }
}
