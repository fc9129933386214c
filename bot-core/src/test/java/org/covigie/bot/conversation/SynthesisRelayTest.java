package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.covigie.bot.messaging.Opening;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.settings.HouseSettings;
import org.covigie.bot.synthesis.News;
import org.covigie.bot.synthesis.Syntheses;
import org.covigie.bot.synthesis.Synthesis;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.groups.Hosting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Syntheses in groups that the house keeps: relayed ones here, and one whose members keep their own. */
class SynthesisRelayTest extends RelayConversation {
    private static final String URL = "https://covigie.example.org/syntheses/12";

    @BeforeEach
    void byDay() {
        ZonedDateTime now = house.clock().instant().atZone(house.get(HouseSettings.class).zone());
        ZonedDateTime noon = now.toLocalDate().plusDays(2).atTime(12, 0).atZone(now.getZone());
        house.clock().advance(Duration.between(now, noon));
        List.of(claire, julie, marc).forEach(actor -> actor.writes("/aide"));
    }

    @Test
    void everyMemberReadsItAndWhoseWindowIsShutGetsTheApprovedText() {
        Synthesis handed = announces(group);

        for (Actor open : List.of(claire, julie, marc)) {
            assertThat(open.allHeard()).filteredOn(this::announced).hasSize(1);
        }
        assertThat(lea.allHeard()).noneMatch(this::announced);
        assertThat(house.channel().calls(lea.address()).getLast().outgoing())
                .isEqualTo(new Outgoing.Opener(lea.address(), Opening.SYNTHESIS, List.of("Vaccins", URL)));
        assertThat(house.get(Syntheses.class).find(handed.id()).orElseThrow().deliveries())
                .isEqualTo(new Synthesis.Deliveries(0, 1, 0));
    }

    @Test
    void whoHasReadItIsToldWhatIsPutRightAndThatItWasTakenBack() {
        Synthesis handed = announces(group);
        house.get(Syntheses.class).correct(handed.id(), new News(handed.externalId(), "Vaccins et tests", null, URL,
                Locale.FRENCH, List.of(), null, false, false));
        ticks();
        ticks();

        assertThat(marc.allHeard()).filteredOn(text -> text.startsWith("Corrigé")).singleElement()
                .isEqualTo("Corrigé : Vaccins et tests\n" + URL);
        assertThat(marc.allHeard()).filteredOn(this::announced).hasSize(1);
        assertThat(house.channel().calls(lea.address()).getLast().outgoing()).isEqualTo(new Outgoing.Opener(
                lea.address(), Opening.SYNTHESIS, List.of("Corrigé : Vaccins et tests", URL)));

        house.get(Syntheses.class).withdraw(handed.id());
        ticks();
        ticks();
        assertThat(marc.allHeard()).filteredOn(text -> text.startsWith("Retirée")).hasSize(1);
    }

    @Test
    void aCompanionGroupsCorrespondentGetsItReadyToBeForwarded() {
        Chat companion = house.hosted("Soignants du Bourg " + house.nextId(), Hosting.COMPANION,
                "https://chat.example/Bourg" + house.nextId(), claire);

        announces(companion);

        List<String> heard = claire.allHeard();
        assertThat(heard.get(heard.size() - 2)).startsWith("À transférer dans « " + companion.title());
        assertThat(heard.getLast()).isEqualTo("📄 Synthèse : Vaccins\n" + URL);
    }

    private boolean announced(String text) {
        return text.equals("📄 Synthèse : Vaccins\n" + URL);
    }

    private Synthesis announces(Chat chat) {
        Synthesis handed = house.get(Syntheses.class).receive(new News("ext-" + house.nextId(), "Vaccins", null, URL,
                Locale.FRENCH, List.of(), List.of(house.id(chat)), false, false)).synthesis();
        ticks();
        ticks();
        return handed;
    }

    private void ticks() {
        house.settles();
        house.clock().advance(Duration.ofSeconds(6));
        house.ticks("syntheses");
    }
}
