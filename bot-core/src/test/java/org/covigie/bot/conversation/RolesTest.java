package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.covigie.bot.commands.Role;
import org.covigie.bot.groups.Group;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Journal;
import org.covigie.bot.groups.Member;
import org.covigie.bot.messaging.ChatStanding;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.people.Words;
import org.covigie.bot.testing.Actor;
import org.junit.jupiter.api.Test;

class RolesTest extends Conversation {
    @Test
    void aDeputyIsNamedInReplyToldInPrivateAndShown() {
        claire.replies(group, lea.says(group, "bonjour"), "/adjoint");

        assertThat(deputies()).containsExactly(number(lea));
        assertThat(lea.heard()).contains("Vous êtes adjoint(e)").contains(group.title());
        assertThat(house.publicTexts(group).getLast()).startsWith("Léa est adjoint(e)");
        claire.writes("/groupe");
        assertThat(claire.heard()).contains("Adjoints : Léa").contains("Animation : Claire");
        assertThat(journal()).contains("deputy-given");
    }

    @Test
    void aDeputyIsNamedByNameAndNumberAndTheRoleIsTakenBack() {
        marc.replies(group, null, "/groupe");
        claire.writes("/deputy @marc");
        assertThat(deputies()).containsExactly(number(marc));
        claire.writes("/adjoint @marc");
        assertThat(claire.heard()).contains("déjà adjoint");

        claire.writes("/adjoint - " + number(marc));

        assertThat(deputies()).isEmpty();
        assertThat(marc.heard()).contains("Vous n’êtes plus adjoint(e)");
        claire.writes("/adjoint - @marc");
        assertThat(claire.heard()).contains("n’est pas adjoint");
        assertThat(journal()).containsSubsequence("deputy-taken", "deputy-given");
    }

    @Test
    void onlyTheAnimatorNamesDeputiesAndSomebodyMustBeMeant() {
        julie.replies(group, lea.says(group, "bonjour"), "/adjoint");
        assertThat(julie.heard()).contains("réservée à l’animateur");
        claire.replies(group, null, "/adjoint");
        assertThat(claire.heard()).contains("De qui s’agit-il");
        claire.writes("/adjoint 99");
        assertThat(claire.heard()).contains("pas de membre n° 99");
        claire.writes("/adjoint 1");
        assertThat(claire.heard()).contains("anime le groupe");

        assertThat(deputies()).isEmpty();
    }

    @Test
    void aCorrespondentHandsOverAndTheGroupHearsOnce() {
        int before = house.publicTexts(group).size();
        julie.replies(group, lea.says(group, "je prends"), "/relais");

        assertThat(theGroup().correspondents()).containsExactly(number(lea));
        assertThat(house.publicTexts(group)).hasSize(before + 1).last().asString()
                .startsWith("Julie passe le relais à Léa");
        assertThat(lea.heard()).contains("Vous êtes correspondant(e)");
        assertThat(journal()).startsWith("handover");
        julie.replies(group, null, "/relais @léa");
        assertThat(julie.heard()).contains("réservée au correspondant");
    }

    @Test
    void aHandOverThatFindsNobodyChangesNothing() {
        julie.replies(group, null, "/relais");
        assertThat(julie.heard()).contains("De qui s’agit-il");
        julie.replies(group, null, "/handover @personne");
        assertThat(julie.heard()).contains("Je ne connais pas cette personne");
        julie.replies(group, null, "/relais @julie");
        assertThat(julie.heard()).contains("C’est déjà vous");
        julie.writes("/relais @claire");
        assertThat(julie.heard()).contains("s’écrit dans le groupe");
        claire.replies(group, marc.says(group, "moi"), "/relais");
        assertThat(claire.heard()).contains("réservée au correspondant");

        assertThat(theGroup().correspondents()).containsExactly(number(julie));
    }

    @Test
    void theNewAnimatorIsToldInPrivateAndItIsDated() {
        claire.replies(group, marc.says(group, "d’accord"), "/animateur");

        assertThat(marc.heard()).contains("Vous animez « " + group.title());
        assertThat(journal()).startsWith("animator");
    }

    @Test
    void whenTheAnimatorLeavesTheDeputyWithTheLowestNumberFollows() {
        claire.replies(group, marc.says(group, "un"), "/adjoint");
        claire.replies(group, lea.says(group, "deux"), "/adjoint");
        int before = house.publicTexts(group).size();

        claire.leaves(group, 3);
        claire.leaves(group, 3);

        assertThat(theGroup().animator()).isEqualTo(number(marc));
        assertThat(deputies()).containsExactly(number(lea));
        assertThat(house.publicTexts(group)).hasSize(before + 1).last().asString()
                .contains("Marc anime désormais ce groupe");
        assertThat(marc.heard()).contains("l’animation vous revient");
        assertThat(journal()).startsWith("animator-followed", "left");
        claire.writes("/limite 70");
        assertThat(claire.heard()).contains("réservée à l’animateur");
        marc.replies(group, null, "/limite 70");
        assertThat(theGroup().limit()).isEqualTo(70);
    }

    @Test
    void withoutADeputyTheCorrespondentFollows() {
        claire.leaves(group, 3);

        assertThat(theGroup().animator()).isEqualTo(number(julie));
        assertThat(theGroup().correspondents()).containsExactly(number(julie));
    }

    @Test
    void withNobodyToFollowTheGroupIsToldHowAnAdministratorTakesOver() {
        claire.replies(group, null, "/correspondant - @julie");
        int before = house.publicTexts(group).size();

        claire.leaves(group, 3);

        assertThat(theGroup().animator()).isEqualTo(1);
        assertThat(house.publicTexts(group)).hasSize(before + 1).last().asString()
                .contains("Un administrateur peut reprendre l’animation");
        julie.writes("/groupe");
        assertThat(julie.heard()).contains("Animation : personne pour l’instant");
        claire.writes("/animateur @julie");
        assertThat(claire.heard()).contains("réservée à l’animateur");
        claire.writes("/limite 70");
        assertThat(claire.heard()).contains("réservée");
        lea.replies(group, marc.says(group, "…"), "/alerter");
        assertThat(lea.heard()).contains("n’a pas d’animateur");
        assertThat(theGroup().limit()).isEqualTo(60);

        placed(marc);

        assertThat(theGroup().animator()).isEqualTo(number(marc));
        assertThat(house.publicTexts(group).getLast()).isEqualTo("Marc anime désormais ce groupe.");
        assertThat(marc.heard()).contains("Vous animez");
        claire.writes("/limite 70");
        assertThat(claire.heard()).contains("réservée");
    }

    @Test
    void whileTheAnimatorIsThereAnotherAdministratorTakesNothing() {
        placed(marc);

        assertThat(theGroup().animator()).isEqualTo(1);
    }

    @Test
    void whoComesBackKeepsTheNumberButNotTheRole() {
        claire.replies(group, lea.says(group, "bonjour"), "/adjoint");
        int number = number(lea);
        lea.leaves(group, 3);
        assertThat(deputies()).isEmpty();

        lea.replies(group, null, "/groupe");

        assertThat(number(lea)).isEqualTo(number);
        assertThat(deputies()).isEmpty();
    }

    @Test
    void whoHasLeftDoesNotComeBackByBeingTaggedOrByAnAnswer() {
        var hers = lea.says(group, "au revoir");
        lea.replies(group, null, "/groupe");
        lea.leaves(group, 3);
        Groups groups = house.get(Groups.class);
        long person = house.get(org.covigie.bot.people.People.class).find(lea.address()).orElseThrow().id();

        julie.replies(group, hers, "/p");
        groups.consent(house.id(group), person, true);
        groups.correspondent(house.id(group), person, true);

        assertThat(house.signals(group)).hasSize(1);
        assertThat(groups.members(house.id(group))).extracting(Member::person).doesNotContain(person);
        assertThat(groups.correspondents(house.id(group))).extracting(Member::person).doesNotContain(person);
        julie.replies(group, marc.says(group, "jamais vu"), "/p");
        assertThat(number(marc)).isPositive();
        assertThat(groups.enrol(house.id(group), person).roles()).containsExactly(Role.MEMBER);
    }

    @Test
    void whoHasLeftIsGivenNoRole() {
        var hers = lea.says(group, "au revoir");
        lea.replies(group, null, "/groupe");
        int number = number(lea);
        lea.leaves(group, 3);

        claire.replies(group, hers, "/adjoint");
        assertThat(claire.heard()).contains("n’est plus dans le groupe");
        claire.writes("/animateur " + number);
        assertThat(claire.heard()).contains("pas de membre n° " + number);
        assertThat(theGroup().animator()).isEqualTo(1);
    }

    @Test
    void theBotForgetsAnAnimatorWhoLeftAGroupThatHasNobodyElse() {
        claire.replies(group, null, "/correspondant - @julie");
        claire.writes("/oubliezmoi");
        assertThat(claire.heard()).contains("confiez d’abord ce rôle");
        claire.leaves(group, 3);

        claire.writes("/oubliezmoi oui");

        assertThat(claire.heard()).contains("je ne sais plus rien de vous");
        placed(marc);
        assertThat(theGroup().animator()).isEqualTo(number(marc));
    }

    private void placed(Actor by) {
        house.arrives(new Incoming.BotPlaced(group.address(), by.sender(), ChatStanding.UNKNOWN,
                ChatStanding.ADMINISTRATOR, new Words(group.title()), house.clock().instant()));
    }

    private Group theGroup() {
        return house.get(Groups.class).find(house.id(group)).orElseThrow();
    }

    private List<Integer> deputies() {
        return house.get(Groups.class).members(house.id(group)).stream()
                .filter(m -> m.holds(Role.DEPUTY) && !m.holds(Role.ANIMATOR)).map(Member::number).toList();
    }

    private int number(Actor actor) {
        return house.get(org.covigie.bot.people.People.class).find(actor.address())
                .flatMap(p -> house.get(Groups.class).member(house.id(group), p.id())).orElseThrow().number();
    }

    private List<String> journal() {
        return house.get(Journal.class).latest(house.id(group), 50, 0).stream().map(Journal.Entry::what).toList();
    }
}
