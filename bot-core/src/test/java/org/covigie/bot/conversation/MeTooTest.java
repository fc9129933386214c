package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.covigie.bot.messaging.Button;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Profession;
import org.covigie.bot.register.Confirmed;
import org.covigie.bot.register.Corroborations;
import org.covigie.bot.testing.Actor;
import org.junit.jupiter.api.Test;

class MeTooTest extends Conversation {
    @Test
    void threeNursesAreThreeAndNobodyReadsWho() {
        String word = "Loutre" + house.nextId();
        UUID signal = published("Pannes de " + word);
        List<Actor> nurses = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Actor nurse = house.person("Nurse" + i);
            nurse.writes("/start");
            nurse.presses(group, "/consentir");
            house.get(People.class).works(house.get(People.class).find(nurse.address()).orElseThrow().id(),
                    Profession.NURSE,
                    "29");
            nurses.add(nurse);
            nurse.writes("/chercher " + word);
            assertThat(nurse.heard()).doesNotContain("Constaté");
            nurse.presses(null, button(nurse));
            assertThat(toast()).isEqualTo("C’est compté, sans votre nom. Touchez encore pour le retirer.");
        }
        assertThat(confirmed(signal)).isEqualTo(new Confirmed(3, List.of(new Confirmed.Cell("NURSE", 3)),
                List.of(new Confirmed.Cell("29", 3))));
        nurses.getFirst().writes("/chercher " + word);
        assertThat(nurses.getFirst().heard()).contains("Constaté aussi par 3 soignants").doesNotContain("Nurse");

        nurses.getFirst().presses(null, button(nurses.getFirst()));
        assertThat(toast()).isEqualTo("C’est retiré.");
        assertThat(confirmed(signal)).isEqualTo(Confirmed.NONE);
    }

    @Test
    void anAuthorsOwnDoesNotCountAndWhatIsNotPublishedNeither() {
        UUID signal = published("Fuites " + house.nextId());
        marc.writes("/moiaussi " + signal);
        assertThat(marc.heard()).startsWith("Ce signal vient de vous");
        julie.replies(group, marc.says(group, "Brouillon"), "/p");
        UUID draft = house.signals(group).stream().filter(one -> one.publishedAt() == null).findFirst().orElseThrow()
                .id();
        julie.writes("/metoo https://covigie.example.org/register/signals/" + draft);
        assertThat(julie.heard()).startsWith("Ce signal n’est plus publié");
        julie.writes("/moiaussi bonjour");
        assertThat(julie.heard()).startsWith("Cherchez d’abord");
    }

    @Test
    void whoIsInNoGroupSeesNoButtonAndIsNotCounted() {
        String word = "Castor" + house.nextId();
        UUID signal = published("Pannes de " + word);
        Actor stranger = house.person("Zoé");
        stranger.writes("/chercher " + word);
        assertThat(house.channel().calls(stranger.address()).getLast().outgoing().rows()).isEmpty();
        stranger.writes("/moiaussi " + signal);
        assertThat(stranger.heard()).contains("réservée aux membres");
    }

    @Test
    void oneReadsWhatIsKeptAndItGoesWithOneself() {
        UUID signal = published("Ratures " + house.nextId());
        lea.writes("/start");
        lea.presses(group, "/consentir");
        lea.writes("/moiaussi " + signal);
        lea.writes("/mesdonnees");
        assertThat(lea.allHeard()).anyMatch(text -> text.contains("« Moi aussi » à un signal publié"));
    }

    private UUID published(String text) {
        marc.says(group, "/consentir");
        julie.replies(group, marc.says(group, text), "/p");
        julie.writes("/publier tout");
        house.settles();
        return house.signals(group).stream().filter(one -> one.text().equals(text)).findFirst().orElseThrow().id();
    }

    private Confirmed confirmed(UUID signal) {
        return house.get(Corroborations.class).of(signal);
    }

    private String button(Actor actor) {
        return house.channel().calls(actor.address()).reversed().stream()
                .filter(call -> !call.outgoing().rows().isEmpty())
                .map(call -> call.outgoing().rows().getFirst().getFirst()).map(Button::data).map(String::valueOf)
                .findFirst()
                .orElseThrow();
    }

    private String toast() {
        return house.channel().calls().reversed().stream().map(call -> call.outgoing())
                .filter(org.covigie.bot.messaging.Outgoing.PressAnswer.class::isInstance)
                .map(org.covigie.bot.messaging.Outgoing.PressAnswer.class::cast)
                .map(press -> String.valueOf(press.text()))
                .findFirst().orElseThrow();
    }
}
