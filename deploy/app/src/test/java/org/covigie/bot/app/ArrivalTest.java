package org.covigie.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.covigie.bot.sandbox.telegram.SeenMessage;
import org.junit.jupiter.api.Test;

/** The bot comes into a group, is moved, put out and taken in again. */
class ArrivalTest extends WholeHouse {
    @Test
    void theCreatorAddsTheBotTheGroupIsRegisteredAndWelcomed() {
        Village village = Village.with(house);

        assertThat(village.asOperator().path("purpose").asString()).isEqualTo("COLLECT");
        assertThat(village.asOperator().path("channel").asString()).isEqualTo("telegram");
        assertThat(village.asOperator().path("animator").asInt()).isEqualTo(1);
        house.settles();
        assertThat(village.spoken()).singleElement().asString().contains("Bonjour à toutes et à tous");
    }

    @Test
    void anAnimatorWhoNeverOpenedThePrivateChatReadsTheFirstStepInTheGroupAlone() {
        Village village = Village.without(house);

        village.world.addBot(village.group, village.claire.person(), true);

        SeenMessage step = village.claire.hears("Vous animez");
        assertThat(step.ephemeral()).isTrue();
        assertThat(village.lea.timesTold("Vous animez")).isZero();
        assertThat(village.spoken()).noneMatch(text -> text.contains("Vous animez"));
    }

    @Test
    void anOrdinaryMemberIsToldOnceWhatItCannotDo() {
        Village village = Village.without(house);
        village.claire.writes("/start");

        village.world.addBot(village.group, village.claire.person(), false);

        village.claire.hears("je ne suis pas administrateur");
        house.settles();
        assertThat(village.claire.timesTold("je ne suis pas administrateur")).isEqualTo(1);
        assertThat(village.asOperator().path("animator").asInt()).isEqualTo(1);
    }

    @Test
    void whoIsNamedCorrespondentIsToldAndTheGroupToo() {
        Village village = Village.working(house);

        house.settles();
        assertThat(village.spoken()).anyMatch(text -> text.contains("Julie Lagathu est correspondant(e)"));
        assertThat(village.asOperator().path("correspondents").size()).isEqualTo(1);
    }

    @Test
    void whenItsRightsAreTakenTheAnimatorIsToldOnce() {
        Village village = Village.with(house);

        village.world.demoteBot(village.group, village.claire.person());

        village.claire.hears("je ne suis pas administrateur");
        house.settles();
        assertThat(village.claire.timesTold("je ne suis pas administrateur")).isEqualTo(1);
    }

    @Test
    void removedAndTakenInAgainItKnowsItsGroup() {
        Village village = Village.working(house);
        int message = village.marc.says("Rupture de sérum physiologique");
        village.julie.replies(message, "/p");
        village.awaitReaction(message, "🤔");

        village.world.removeBot(village.group, village.claire.person());
        house.settles();
        village.world.addBot(village.group, village.claire.person(), true);
        house.settles();

        int other = village.marc.says("Rupture de compresses aussi");
        village.julie.replies(other, "/p");
        village.awaitReaction(other, "🤔");
        assertThat(village.signals()).hasSize(2);
        assertThat(village.spoken()).filteredOn(text -> text.contains("Bonjour à toutes et à tous")).hasSize(2);
    }

    @Test
    void aGroupThatBecomesASupergroupKeepsItsDraftsAndRoles() {
        Village village = Village.small(house).naming();
        int message = village.marc.says("Plus de tests rapides à la pharmacie");
        village.julie.replies(message, "/p");
        village.awaitSignal(1, "DRAFT");

        village.group = village.world.migrate(village.group);
        house.settles();

        int other = village.marc.says("Toujours rien au bout d’une semaine");
        village.julie.replies(other, "/f");
        village.awaitReaction(other, "👀");
        assertThat(village.signals()).hasSize(2);
        village.julie.writes("/brouillons");
        assertThat(village.julie.hears("2 brouillons en attente").text()).contains("Plus de tests rapides",
                "Toujours rien");
    }

    @Test
    void anAnonymousAdministratorGetsOneSentence() {
        Village village = Village.working(house);
        int message = village.marc.says("Encore une panne de la carte Vitale");
        house.settles();
        int before = village.spoken().size();

        village.world.write(village.group, village.claire.person()).replyTo(message).text("/p").anonymously().send();

        Village.eventually(() -> village.spoken().size() > before ? true : null);
        house.settles();
        assertThat(village.spoken().subList(before, village.spoken().size())).singleElement().asString()
                .contains("désactivez l’anonymat");
        assertThat(village.signals()).isEmpty();
    }
}
