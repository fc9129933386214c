package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.messaging.Attachment;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Recent;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.TestChannel;
import org.covigie.bot.messaging.Outcome;
import org.junit.jupiter.api.Test;

class RelayModerationTest extends RelayConversation {
    @Test
    void trap_3_6_whoeverCannotBeReachedIsToldOfOnceAndReadsAgainOnceTheyWrite() {
        house.channel().answers(lea.address(), new Outcome.Gone("63024"));
        says(marc, "un");
        says(marc, "deux");
        says(julie, "trois");

        assertThat(claire.allHeard()).filteredOn(text -> text.contains("n’est plus joignable")).singleElement()
                .asString().contains("Léa").contains(group.title());
        assertThat(lea.allHeard()).noneMatch(text -> text.endsWith("deux") || text.endsWith("trois"));
        assertThat(julie.heard()).as("the others read on").isEqualTo("Marc (médecin): deux");

        lea.writes("/aide");
        says(marc, "quatre");
        assertThat(lea.heard()).endsWith("quatre");
    }

    @Test
    void whoeverIsPutOutReadsAndSaysNothingMoreAndComesBackWhenThatIsUndone() {
        putsOut();
        assertThat(claire.heard()).contains("Léa est exclu(e)").doesNotContain("messagerie");
        assertThat(lea.heard()).contains("mis fin à votre participation");
        says(marc, "Sans elle");
        says(lea, "Et moi ?");
        assertThat(lea.allHeard()).noneMatch(text -> text.contains("Sans elle"));
        assertThat(marc.heard()).doesNotContain("Et moi");

        presses("/exclure 4 annuler");

        assertThat(claire.heard()).contains("de nouveau membre");
        assertThat(lea.heard()).contains("vous en êtes de nouveau membre");
        says(marc, "Avec elle");
        assertThat(lea.heard()).endsWith("Avec elle");
        assertThat(house.channel().calls(group.address())).isEmpty();
    }

    @Test
    void whosePlaceIsTakenMeanwhileNeedsAnInvitation() {
        putsOut();
        claire.writes("/limite 3");

        presses("/exclure 4 annuler");

        assertThat(claire.heard()).contains("par une invitation");
        assertThat(lea.heard()).contains("avec une invitation");
        says(marc, "Complet");
        assertThat(lea.allHeard()).noneMatch(text -> text.contains("Complet"));
    }

    @Test
    void whoeverWasPutOutAndAsksAgainIsMarkedSoOnTheCard() {
        putsOut();
        claire.writes("/invitation");
        java.util.regex.Matcher code = java.util.regex.Pattern.compile("join\\?([0-9A-Za-z]{8})").matcher(
                claire.allHeard().stream().filter(text -> text.contains("join?")).reduce((a, b) -> b).orElseThrow());
        assertThat(code.find()).isTrue();

        lea.writes("rejoindre " + code.group(1));

        assertThat(claire.allHeard()).anyMatch(text -> text.startsWith("Demande n° 1")
                && text.contains("a déjà été exclue de ce groupe"));
    }

    @Test
    void theAnimatorOfACompanionGroupIsToldWhatIsLeftToDo() {
        Chat companion = house.hosted("Compagnon " + house.nextId(), Hosting.COMPANION, "https://chat.example/x"
                + house.nextId(), claire);
        house.enrols(companion, lea);
        claire.writes("/ici " + companion.title());

        claire.writes("/exclure 2");
        presses("/exclure 2 oui");

        assertThat(claire.heard()).contains("renouvelez le lien");
        assertThat(house.channel().calls(companion.address())).isEmpty();
    }

    @Test
    void aMessagePointedOutReachesTheAnimatorWithItsAuthorAndItsWords() {
        String copy = leasCopy("Un mot de trop");

        lea.answers(copy, "/alerter");

        assertThat(lea.heard()).contains("transmis à l’animateur");
        assertThat(claire.heard()).contains("Léa vous signale un message").contains("Message de Marc")
                .endsWith(":\nUn mot de trop");
        assertThat(house.channel().calls(claire.address())).extracting(TestChannel.Call::outgoing)
                .noneMatch(Outgoing.Forward.class::isInstance);
    }

    @Test
    void wordsThatAreForgottenAreNotInvented() {
        String copy = "copy-" + house.nextId();
        nextCopy(lea, copy);
        String original = says(marc, "Oublié", List.of(new Attachment("a", "image/jpeg")));
        house.get(Recent.class).forget(group.address(), original);

        lea.answers(copy, "/alerter");

        assertThat(claire.heard()).contains("un message de Marc").contains("plus ses mots").contains("Une image");
    }

    @Test
    void whatStillWaitsForADigestReachesNobodyWhoIsOutOrMuted() {
        lea.writes("/digest");
        julie.writes("/digest");
        Chat other = house.hosted("Ailleurs " + house.nextId(), Hosting.RELAYED, null, marc);
        house.enrols(other, julie);
        signs(other, marc);
        signs(other, julie);
        marc.writes("/ici " + other.title());
        julie.writes("/ici " + other.title());
        julie.writes("/digest");
        says(marc, "Ailleurs");
        marc.writes("/ici " + group.title());
        julie.writes("/ici " + group.title());
        says(marc, "Trop tard");

        putsOut();
        julie.writes("/muet");
        house.clock().advance(Duration.ofHours(18));
        house.settles();

        assertThat(lea.allHeard()).noneMatch(text -> text.contains("Trop tard"));
        assertThat(julie.allHeard()).noneMatch(text -> text.contains("Trop tard"));
        assertThat(julie.heard()).endsWith("Ailleurs");
    }

    @Test
    void whoeverComesBackTakesCopiesAtOnce() {
        lea.writes("/digest");
        says(marc, "Avant");
        says(lea, "/quitter oui");
        house.enrols(group, lea);
        signs(group, lea);

        says(marc, "Après");

        assertThat(lea.heard()).isEqualTo("Marc (médecin): Après");
    }

    private void putsOut() {
        claire.writes("/exclure 4");
        presses("/exclure 4 oui");
    }

    private void presses(String ending) {
        claire.presses(null, claire.buttons().stream().filter(data -> data.endsWith(ending)).findFirst()
                .orElseGet(() -> "g" + house.id(group) + " " + ending));
    }

    private String leasCopy(String text) {
        String copy = "copy-" + house.nextId();
        nextCopy(lea, copy);
        says(marc, text);
        return copy;
    }
}
