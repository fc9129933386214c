package org.covigie.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.covigie.bot.sandbox.telegram.Person;
import org.covigie.bot.sandbox.telegram.SeenMessage;
import org.junit.jupiter.api.Test;

/** From the invitation to the member, over Telegram's own HTTP; and the other things an animator does. */
class EnrolmentTest extends WholeHouse {
    @Test
    void aCandidateComesByTheLinkAnswersAndIsLetInByTheAnimatorAlone() {
        Village village = Village.working(house);
        Villager nora = new Villager(village, village.world.newPerson("Nora", "Le Goff", "nora" + village.title
                .replaceAll("\\D", ""), "fr"));
        village.world.requestToJoin(nora.person(), invitation(village));

        SeenMessage greeting = nora.hears("Acceptez-vous cette charte");
        nora.presses(greeting, "Oui, avec relais");
        nora.presses(nora.hears("Quelle est votre profession"), "sage-femme");
        nora.presses(nora.hears("Où exercez-vous"), "Bretagne");
        nora.presses(nora.hears("quel département"), "29");
        nora.presses(nora.hears("numéro RPPS"), "Passer");
        nora.hears("tout est complet");

        SeenMessage card = village.claire.hears("Demande n° 1");
        assertThat(card.text()).contains("Nora Le Goff");
        assertThat(village.world.isMember(village.group, nora.person())).isFalse();
        village.claire.presses(card, "Accepter");

        nora.hears("est acceptée");
        awaitMember(village, nora.person());
        house.settles();
        assertThat(house.api("/enrolments?size=200").toString()).contains("MIDWIFE").doesNotContain("Nora");
        assertThat(village.spoken()).noneMatch(text -> text.contains("Nora"));
    }

    @Test
    void aRefusalIsHeardBeforeTheDoorShutsAndALatePressChangesNothing() {
        Village village = Village.working(house);
        Villager paul = new Villager(village, village.world.newPerson("Paul", "Guen", null, "fr"));
        village.world.requestToJoin(paul.person(), invitation(village));
        SeenMessage card = village.claire.hears("Demande n° 1");
        village.claire.writes("/refuser 1 groupe réservé au Val");

        paul.hears("groupe réservé au Val");
        village.claire.hears("refusée");
        house.settles();
        // the card has lost its buttons; the command is judged like one
        assertThat(village.claire.told()).anyMatch(m -> m.id() == card.id() && m.text().contains("Refusée"));
        village.claire.writes("/accepter 1");
        village.claire.hears("déjà refusée");
        assertThat(village.world.isMember(village.group, paul.person())).isFalse();
    }

    @Test
    void aPollIsAskedAnsweredAndClosedWithItsChart() {
        Village village = Village.working(house);
        village.claire.writes("/sondage Faut-il un stock commun ? | Oui | Non");
        SeenMessage poll = await().atMost(Installation.PATIENCE).pollInterval(Duration.ofMillis(20))
                .until(() -> village.world.messages(village.group, village.marc.person()).stream()
                        .filter(m -> m.fromBot() && m.text().contains("stock commun")).findFirst().orElse(null),
                        m -> m != null);
        village.claire.hears("Le sondage n° 1 est lancé");
        village.world.vote(village.group, village.marc.person(), poll.id(), 0);
        village.world.vote(village.group, village.lea.person(), poll.id(), 0);
        house.settles();
        village.claire.writes("/cloturer 1");

        await().atMost(Installation.PATIENCE).until(() -> village.spoken().stream()
                .anyMatch(text -> text.contains("stock commun") && text.contains("100")));
        village.julie.hears("brouillon");
    }

    private String invitation(Village village) {
        village.claire.writes("/invitation");
        String text = village.claire.hears("Lien : https://t.me/+").text();
        return text.substring(text.indexOf("https://t.me/+")).split("\\s", 2)[0];
    }

    private static void awaitMember(Village village, Person person) {
        await().atMost(Installation.PATIENCE).until(() -> village.world.isMember(village.group, person));
    }
}
