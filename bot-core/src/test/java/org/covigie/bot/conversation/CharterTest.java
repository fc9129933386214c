package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.covigie.bot.groups.Consent;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Journal;
import org.covigie.bot.people.People;
import org.junit.jupiter.api.Test;

class CharterTest extends Conversation {
    @Test
    void theHousesCharterSaysTheRulesTheVersionAndHowLongThingsAreKept() {
        marc.replies(group, null, "/charte");

        assertThat(marc.heard()).contains("Des faits, raisonnés").contains("Aucune donnée de patient")
                .contains("même indirectement").contains("initiative").contains("COViGIE")
                .contains("signalement-sante.gouv.fr").contains("au plus 90 jours").contains("écarté 30")
                .contains("journal des décisions 365").contains("Version 1, en vigueur depuis le");
        assertThat(marc.buttons()).hasSize(2);
        marc.writes("/language en");
        marc.writes("/rules");
        assertThat(marc.heard()).contains("Facts, reasoned").contains("Version 1, in force since");
    }

    @Test
    void aStrangerReadsTheHousesCharter() {
        var stranger = house.person("Nadia");

        stranger.writes("/charte");

        assertThat(stranger.heard()).contains("Des faits, raisonnés").contains("au plus 90 jours")
                .doesNotContain("Version");
    }

    @Test
    void aNewVersionIsLookedAtFirstAndThenAskedOnceInOneMessage() {
        marc.presses(group, "/consentir");
        int before = house.publicTexts(group).size();

        claire.writes("/chartemodifier Courtoisie.\nDes faits ' et {0} rien d’autre.");

        assertThat(claire.heard()).contains("Version 2").contains("Courtoisie.\nDes faits ' et {0} rien d’autre.")
                .contains("au plus 90 jours");
        assertThat(house.publicTexts(group)).hasSize(before);
        assertThat(version()).isEqualTo(1);

        claire.presses(null, claire.buttons().getFirst());

        assertThat(version()).isEqualTo(2);
        assertThat(house.publicTexts(group)).hasSize(before + 1).last().asString().contains("version 2")
                .contains("Courtoisie.");
        assertThat(claire.heard()).contains("La version 2 de la charte est en vigueur");
        assertThat(consent()).isEqualTo(Consent.GIVEN);
        assertThat(house.get(Journal.class).latest(house.id(group), 1, 0)).first()
                .extracting(Journal.Entry::what, Journal.Entry::detail).containsExactly("charter-published", "2");
        lea.replies(group, null, "/charte");
        assertThat(lea.heard()).contains("Courtoisie.").contains("Version 2, en vigueur").doesNotContain("raisonnés");
    }

    @Test
    void eachAnswerToEachVersionIsKeptAndShownToThePersonAndForgotten() {
        marc.presses(group, "/consentir");
        marc.presses(group, "/consentir");
        claire.writes("/groupe");
        assertThat(claire.heard()).contains("Charte, version 1 : acceptée par 1 sur");
        claire.writes("/editcharter Seconde version");
        claire.writes("/publishcharter");
        claire.writes("/groupe");
        assertThat(claire.heard()).contains("Charte, version 2 : acceptée par 0 sur");

        marc.presses(group, "/consentir");
        marc.presses(group, "/nepasrelayer");

        marc.writes("/mesdonnees");
        List<String> answers = marc.heard().lines().filter(line -> line.contains("charte version")).toList();
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).contains("charte version 1 : acceptée, vos messages peuvent être relayés");
        assertThat(answers.get(1)).contains("charte version 2 : acceptée, vos messages peuvent être relayés");
        assertThat(answers.get(2)).contains("charte version 2 : acceptée, sans relayer vos messages");
        long person = house.get(People.class).find(marc.address()).orElseThrow().id();
        marc.writes("/oubliezmoi oui");
        assertThat(house.get(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select count(*) from charter_answer where person_id = ?").param(person).query(Long.class)
                .single()).isZero();
    }

    @Test
    void theCharterMayBeAcceptedWithoutBeingRelayedAndByAnEarlierAnswer() {
        Groups groups = house.get(Groups.class);
        long id = house.id(group);
        marc.replies(group, null, "/groupe");
        lea.replies(group, null, "/groupe");
        java.time.Instant earlier = house.clock().instant().minus(java.time.Duration.ofDays(400));
        groups.acceptsOnly(id, person(marc), 1, earlier);
        lea.presses(group, "/nepasrelayer");

        assertThat(consent()).isEqualTo(Consent.REFUSED);
        claire.writes("/groupe");
        assertThat(claire.heard()).contains("Charte, version 1 : acceptée par 1 sur");
        marc.writes("/mesdonnees");
        assertThat(marc.heard()).containsPattern("charte version 1 : acceptée, sans relayer vos messages, le .*"
                + earlier.atZone(java.time.ZoneId.of("Europe/Paris")).getYear());
        lea.writes("/mesdonnees");
        assertThat(lea.heard()).contains("charte version 1 : pas acceptée");

        claire.writes("/editcharter Seconde version");
        claire.writes("/publishcharter");
        groups.consent(id, person(lea), true, 1, earlier);
        claire.writes("/groupe");
        assertThat(claire.heard()).contains("Charte, version 2 : acceptée par 0 sur");
    }

    @Test
    void anOldButtonPublishesNoOtherText() {
        claire.writes("/chartemodifier Premier essai");
        String old = claire.buttons().getFirst();
        claire.writes("/chartemodifier Second essai");

        claire.presses(null, old);

        assertThat(claire.heard()).contains("Le texte a changé").contains("Second essai");
        assertThat(version()).isEqualTo(1);
        claire.presses(null, claire.buttons().getFirst());
        assertThat(version()).isEqualTo(2);
        claire.presses(null, old);
        assertThat(claire.heard()).contains("Aucune nouvelle version");
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void aDraftIsDroppedAndTheHousesCharterComesBackAsAVersion() {
        claire.writes("/chartemodifier Un essai");
        claire.presses(null, claire.buttons().getLast());
        assertThat(claire.heard()).contains("La version 1 de la charte reste en vigueur");
        claire.writes("/charteabandonner");
        assertThat(claire.heard()).contains("Aucune nouvelle version");
        claire.writes("/chartedefaut");
        assertThat(claire.heard()).contains("C’est déjà");

        claire.writes("/chartemodifier La nôtre");
        claire.writes("/chartepublier");
        claire.writes("/defaultcharter");

        assertThat(version()).isEqualTo(3);
        assertThat(house.publicTexts(group).getLast()).contains("version 3").contains("Des faits, raisonnés");
    }

    @Test
    void onlyTheAnimatorWritesIt() {
        for (String word : List.of("/chartemodifier A", "/chartepublier", "/charteabandonner", "/chartedefaut")) {
            julie.replies(group, null, word);
            assertThat(julie.heard()).contains("réservée à l’animateur");
        }
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void whoLooksForTheWordsUnderCharteIsToldTheRightOne() {
        claire.writes("/charte modifier Des faits");
        assertThat(claire.heard()).contains("/chartemodifier");
        claire.writes("/charte Défaut");
        assertThat(claire.heard()).contains("/chartedefaut");
        claire.writes("/chartemodifier");
        assertThat(claire.heard()).contains("Écrivez le texte");
        claire.writes("/chartemodifier " + "a".repeat(2501));
        assertThat(claire.heard()).contains("trop long");
    }

    private long person(org.covigie.bot.testing.Actor actor) {
        return house.get(People.class).find(actor.address()).orElseThrow().id();
    }

    private int version() {
        return house.get(Groups.class).charterVersion(house.id(group));
    }

    private Consent consent() {
        return house.get(People.class).find(marc.address())
                .flatMap(p -> house.get(Groups.class).member(house.id(group), p.id())).orElseThrow().consent();
    }
}
