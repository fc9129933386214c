package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.House;
import org.junit.jupiter.api.Test;

class StopTest extends CompanionConversation {
    @Test
    void oneConfirmationAndTheAnimatorIsToldOnce() {
        julie.writes("STOP");

        assertThat(julie.heard()).startsWith("C’est noté : je ne vous écris plus");
        int heard = julie.allHeard().size();
        julie.writes("Stop all");
        assertThat(julie.allHeard()).hasSize(heard);
        assertThat(claire.allHeard()).filteredOn(text -> text.contains("ne veut plus recevoir"))
                .singleElement().asString().contains("Julie").contains("n° 2").contains(group.title());
    }

    @Test
    void everyWordForItIsUnderstoodAloneOnly() {
        for (String word : List.of("stop", "Arrêt", "ARRET", "stop all", "StopAll", "/stop", "Stop.")) {
            Actor somebody = house.person("Quelqu’un");
            somebody.writes(word);
            assertThat(somebody.heard()).as(word).startsWith("C’est noté : je ne vous écris plus");
        }
        nora.writes("stop à la rupture de masques");
        assertThat(nora.heard()).startsWith("Bonjour. Je ne lis que les commandes");
    }

    @Test
    void messagesComeAgainWhenAskedFor() {
        for (String word : List.of("reprendre", "START", "start", "/start", "/resume")) {
            Actor somebody = house.person("Quelqu’un");
            somebody.writes("stop");
            somebody.writes(word);
            assertThat(somebody.heard()).as(word).startsWith("C’est noté : vous recevez de nouveau");
        }
    }

    @Test
    void whoeverNeverStoppedIsShownTheHelpByStart() {
        nora.writes("Start");

        assertThat(nora.heard()).contains("/rejoindre");
        nora.writes("reprendre");
        assertThat(nora.heard()).startsWith("Rien n’était arrêté");
    }

    @Test
    void whereTheChannelHasGroupsForBotsItIsTyped() {
        Actor marc = House.shared(database).person("Marc");

        marc.writes("/stop");
        assertThat(marc.heard()).startsWith("C’est noté : je ne vous écris plus");
        marc.writes("/reprendre");
        assertThat(marc.heard()).startsWith("C’est noté : vous recevez de nouveau");
        marc.writes("stop");
        assertThat(marc.heard()).startsWith("Bonjour. Je ne lis que les commandes");
    }
}
