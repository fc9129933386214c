package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.junit.jupiter.api.Test;

class CompanionLinkTest extends CompanionConversation {
    private static final Pattern CODE = Pattern.compile("[Cc]ode : ?([0-9A-Z]{8})|\\(code ([0-9A-Z]{8})\\)");

    @Test
    void whoeverRegistersAGroupAnimatesItAndIsToldWhatComesNext() {
        assertThat(claire.allHeard()).anyMatch(text -> text.contains("est enregistré, vous l’animez")
                && text.contains("/invitation") && text.contains("/correspondant 1"));
        assertThat(house.get(Groups.class).animator(house.id(group)).orElseThrow().person())
                .isEqualTo(person(claire).id());
        assertThat(house.get(Groups.class).link(house.id(group))).contains(link);
    }

    @Test
    void whatIsMissingIsSaidInOneSentence() {
        long before = house.get(Groups.class).count();

        claire.writes("/compagnon");
        assertThat(claire.heard()).startsWith("Écrivez /compagnon");
        claire.writes("/compagnon Soignants du Mont");
        assertThat(claire.heard()).startsWith("Il manque le lien");
        claire.writes("/compagnon Soignants du Mont https://elsewhere.example/x");
        assertThat(claire.heard()).startsWith("Ce n’est pas un lien d’invitation");
        claire.writes("/compagnon " + newLink());
        assertThat(claire.heard()).startsWith("Il manque le nom");
        claire.writes("/compagnon Autre nom " + link + "?mode=r");
        assertThat(claire.heard()).startsWith("Ce lien est déjà celui d’un autre groupe");

        assertThat(house.get(Groups.class).count()).isEqualTo(before);
    }

    @Test
    void theLinkComesOnlyAfterTheDecisionWhenTheCharterWasAcceptedBefore() {
        asks(nora);
        presses(nora, "charte oui 1");
        assertThat(nora.allHeard()).noneMatch(text -> text.contains(link));

        presses(claire, "/accepter 1");

        assertThat(claire.heard()).contains("Nora").contains("reçoit le lien");
        assertThat(nora.allHeard()).filteredOn(text -> text.contains(link)).singleElement().asString()
                .contains("Bienvenue");
    }

    @Test
    void theLinkComesOnlyAfterTheCharterWhenTheDecisionWasFirst() {
        asks(nora);
        presses(claire, "/accepter 1");

        assertThat(claire.heard()).contains("après avoir accepté la charte");
        assertThat(nora.heard()).contains("acceptée").contains("dès que la charte est acceptée");
        assertThat(nora.allHeard()).noneMatch(text -> text.contains(link));
        nora.writes("/lien");
        assertThat(nora.heard()).contains("dès que vous acceptez");
        assertThat(nora.allHeard()).noneMatch(text -> text.contains(link));

        nora.writes("J’accepte");

        assertThat(nora.allHeard()).filteredOn(text -> text.contains(link)).hasSize(1);
        nora.writes("consentir");
        assertThat(nora.allHeard()).as("handed over once").filteredOn(text -> text.contains(link)).hasSize(1);
        nora.writes("/lien");
        assertThat(nora.heard()).contains(link);
    }

    @Test
    void theAnswersGivenInTheDialogueCountAsMuch() {
        asks(nora);
        presses(claire, "/accepter 1");
        presses(nora, "charte sans 1");

        assertThat(nora.allHeard()).filteredOn(text -> text.contains(link)).hasSize(1);
    }

    @Test
    void aNewLinkAloneRenewsItAndSoDoesTheCommand() {
        String second = newLink();
        claire.writes(second);
        assertThat(claire.heard()).contains("le nouveau lien remplace l’ancien");
        assertThat(house.get(Groups.class).link(house.id(group))).contains(second);

        String third = newLink();
        claire.writes("/compagnon " + group.title() + " " + third);
        assertThat(claire.heard()).contains("le nouveau lien remplace l’ancien");
        claire.writes(third);
        assertThat(claire.heard()).contains("rien n’est changé");

        nora.writes("/compagnon Encore " + link);
        assertThat(nora.heard()).as("the first link is free again").contains("est enregistré");
    }

    @Test
    void aLinkByAnybodyElseIsNobodysBusiness() {
        julie.writes(newLink());

        assertThat(house.get(Groups.class).link(house.id(group))).contains(link);
    }

    @Test
    void whoAnimatesSeveralGroupsIsAskedWhich() {
        Chat other = registers(claire);
        long id = house.get(org.covigie.bot.people.People.class).find(claire.address()).orElseThrow().id();
        house.get(org.covigie.bot.people.People.class).chooses(id, null);

        claire.writes(newLink());

        assertThat(claire.heard()).contains("Vous animez plusieurs groupes");
        claire.writes("/ici " + other.title());
        String again = newLink();
        claire.writes(again);
        assertThat(house.get(Groups.class).link(house.id(other))).contains(again);
    }

    @Test
    void whoeverPutsSomebodyOutIsToldWhatTheBotCannotDoThere() {
        claire.writes("/exclure 2");
        presses(claire, "/exclure 2 oui");

        assertThat(claire.heard()).contains("exclu").contains("renouvelez le lien");
        julie.writes("/lien");
        assertThat(julie.allHeard()).noneMatch(text -> text.contains(link));
    }

    /** Somebody who has the group's code asks to be let in. */
    private void asks(Actor candidate) {
        claire.writes("/invitation");
        List<String> heard = claire.allHeard();
        Matcher code = CODE.matcher(String.join("\n", heard.subList(Math.max(0, heard.size() - 3), heard.size())));
        assertThat(code.find()).as("a code in %s", heard).isTrue();
        candidate.writes("rejoindre " + (code.group(1) == null ? code.group(2) : code.group(1)).toLowerCase(
                java.util.Locale.ROOT));
    }
}
