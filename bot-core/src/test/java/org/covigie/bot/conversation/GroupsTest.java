package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.covigie.bot.groups.Group;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.ChatStanding;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.Words;
import org.covigie.bot.signals.SignalDocument;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.api.Test;

class GroupsTest extends Conversation {
    @Test
    void whoAddsTheBotAnimatesAndTheGroupIsWelcomedOnce() {
        assertThat(theGroup().animator()).isEqualTo(1);
        assertThat(house.publicTexts(group).getFirst()).contains("autorités de santé").contains("n’est pas conservé");
        assertThat(claire.allHeard()).anyMatch(text -> text.contains("Vous animez « " + group.title() + " »"));

        placed(ChatStanding.ADMINISTRATOR);
        assertThat(house.publicTexts(group)).filteredOn(text -> text.contains("autorités de santé")).hasSize(1);
    }

    @Test
    void aBotThatLosesItsRightsTellsTheAnimatorOnce() {
        placed(ChatStanding.MEMBER);
        assertThat(claire.heard()).contains("je ne suis pas administrateur");
        int told = claire.allHeard().size();

        placed(ChatStanding.MEMBER);
        assertThat(claire.allHeard()).hasSize(told);
    }

    @Test
    void aGroupThatPutsTheBotOutIsGoneAndComesBackWithItsHistory() {
        tagged("Avant", "/p");
        placed(ChatStanding.ABSENT);
        assertThat(theGroup().gone()).isTrue();

        placed(ChatStanding.ADMINISTRATOR);
        assertThat(theGroup().gone()).isFalse();
        assertThat(house.signals(group)).hasSize(1);
    }

    @Test
    void aMigratedGroupKeepsEverything() {
        tagged("Avant la migration", "/p");
        Chat after = new Chat(house, TestChannel.chat("-100" + house.nextId()), group.title());

        house.arrives(new Incoming.ChatMoved(group.address(), after.address(), house.clock().instant()));
        house.arrives(new Incoming.ChatMoved(group.address(), after.address(), house.clock().instant()));

        assertThat(house.signals(after)).extracting(SignalDocument::text).containsExactly("Avant la migration");
        julie.replies(after, marc.says(after, "Après"), "/p");
        assertThat(house.signals(after)).hasSize(2);
    }

    @Test
    void aMoveToldByTheAnswerToASendingIsFollowedToo() {
        Chat after = new Chat(house, TestChannel.chat("-100" + house.nextId()), group.title());
        house.channel().answers(group.address(), new Outcome.Moved(after.address()));

        claire.replies(group, null, "/charte");

        assertThat(house.lastText(after.address())).contains("Charte du groupe");
        assertThat(house.get(Groups.class).find(house.id(after)).orElseThrow().title()).isEqualTo(group.title());
    }

    @Test
    void rolesAreGivenInReplyByNameAndByNumberAndTakenBack() {
        lea.replies(group, null, "/groupe");
        claire.replies(group, null, "/correspondant @léa");
        assertThat(theGroup().correspondents()).hasSize(2);

        claire.replies(group, null, "/correspondant - @léa");
        assertThat(theGroup().correspondents()).hasSize(1);

        claire.writes("/correspondant " + theGroup().members());
        assertThat(theGroup().correspondents()).hasSize(2);

        claire.writes("/correspondant @inconnu");
        assertThat(claire.heard()).contains("Répondez à l’un de ses messages");
    }

    @Test
    void onlyTheAnimatorGivesRoles() {
        marc.replies(group, lea.says(group, "bonjour"), "/correspondant");

        assertThat(theGroup().correspondents()).hasSize(1);
        assertThat(marc.heard()).contains("réservée à l’animateur");
    }

    @Test
    void theAnimatorHandsOverAndThereIsAlwaysExactlyOne() {
        claire.writes("/animateur - @claire");
        assertThat(claire.heard()).contains("toujours un animateur");

        claire.replies(group, marc.says(group, "d’accord"), "/animateur");

        assertThat(house.publicTexts(group).getLast()).isEqualTo("Marc anime désormais ce groupe.");
        marc.replies(group, null, "/entraide");
        assertThat(house.publicTexts(group).getLast()).contains("rien n’y est collecté");
        claire.replies(group, null, "/entraide non");
        assertThat(claire.heard()).contains("réservée à l’animateur");
    }

    @Test
    void aRoleTakenAwayIsGoneAtTheNextCommand() {
        claire.replies(group, null, "/correspondant - @julie");

        tagged("Trop tard", "/p");

        assertThat(house.signals(group)).isEmpty();
    }

    @Test
    void aCorrespondentWhoLeavesTheChatReadsAndPublishesNothingAnyMore() {
        ready("Plus pour Julie", "/p");

        house.arrives(new Incoming.MemberLeft(group.address(), julie.sender(), house.clock().instant()));

        julie.writes("/brouillons");
        assertThat(julie.heard()).contains("réservée au correspondant");
        julie.writes("/publier tout");
        assertThat(signal().status()).isEqualTo(org.covigie.bot.signals.Status.DRAFT);
    }

    @Test
    void aRoleAndATagThatArriveTogetherBothCount() {
        var message = marc.says(group, "Dans la même fournée");
        var leas = lea.says(group, "moi");
        house.arriveTogether(claire.saying(group, leas, "/correspondant"), lea.saying(group, message, "/p"));

        assertThat(house.signal(group).text()).isEqualTo("Dans la même fournée");
    }

    @Test
    void anAnonymousAdministratorIsAskedForAName() {
        Sender nobody = new Sender(group.address(), new Words("Groupe"), null, null, false, true);

        house.arrives(new Incoming.Said(group.address(), Place.GROUP, nobody, house.nextId(), null,
                new Words("/correspondant @julie"), null, null, false, false, null, house.clock().instant()));

        assertThat(house.publicTexts(group).getLast()).contains("demande un nom");
    }

    @Test
    void theGroupSpeaksTheLanguageOfItsAnimatorAndPeopleTheirOwn() {
        claire.replies(group, null, "/langue en");
        assertThat(theGroup().language()).isEqualTo(Locale.ENGLISH);
        claire.replies(group, null, "/entraide");
        assertThat(house.publicTexts(group).getLast()).contains("mutual-support");

        julie.writes("/language en");
        julie.writes("/drafts");
        assertThat(julie.heard()).isEqualTo("No draft is waiting.");
    }

    @Test
    void whoNeverOpenedThePrivateChatIsAnsweredAloneInTheGroup() {
        int before = house.publicTexts(group).size();

        marc.replies(group, null, "/groupe");

        assertThat(marc.heard()).contains(group.title()).contains("Animation : Claire");
        assertThat(house.publicTexts(group)).hasSize(before);
    }

    @Test
    void whereTheGroupCannotShowItTheAnswerWaitsAndTheGroupHearsOnce() {
        house.channel().answers(group.address(), new Outcome.Refused("no rights"));
        house.channel().answers(marc.address(), new Outcome.Gone("never opened"));
        marc.replies(group, null, "/groupe");

        assertThat(house.publicTexts(group).getLast()).contains("une réponse à vous donner en privé");
        int told = house.publicTexts(group).size();

        house.channel().answers(group.address(), new Outcome.Refused("no rights"));
        marc.replies(group, null, "/groupe");
        assertThat(house.publicTexts(group)).hasSize(told);

        int heard = marc.allHeard().size();
        marc.writes("/start");
        assertThat(marc.allHeard().size()).isGreaterThan(heard + 1);
    }

    @Test
    void helpShowsWhatThisPersonMayDoHere() {
        marc.replies(group, null, "/aide");
        assertThat(marc.heard()).contains("/groupe").contains("/retirer").doesNotContain("/probleme")
                .doesNotContain("/entraide");

        julie.writes("/help");
        assertThat(julie.heard()).contains("/publier N… | tout :").doesNotContain("/entraide");
    }

    @Test
    void anUnknownCommandInTheGroupIsNobodysBusiness() {
        int before = house.channel().calls().size();

        marc.says(group, "/meteo demain");
        marc.says(group, "/р avec une lettre cyrillique");
        marc.says(group, "un message / une idée");

        assertThat(house.channel().calls()).hasSize(before);
    }

    private Group theGroup() {
        return house.get(Groups.class).find(house.id(group)).orElseThrow();
    }

    private void placed(ChatStanding bot) {
        house.arrives(new Incoming.BotPlaced(group.address(), claire.sender(), ChatStanding.UNKNOWN, bot,
                new Words(group.title()), house.clock().instant()));
    }
}
