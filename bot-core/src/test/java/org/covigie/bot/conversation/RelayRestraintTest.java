package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Words;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.api.Test;

/** What is not passed on, not said, or not said again. */
class RelayRestraintTest extends RelayConversation {
    @Test
    void whoeverHasStoppedIsNotReadAndHearsNothing() {
        lea.writes("STOP");
        int told = lea.allHeard().size();
        String copy = copyOf("Encore ?");

        says(lea, "Je continue d’écrire");
        says(lea, "Et encore");
        lea.answers(copy, "Par une réponse aussi");

        assertThat(marc.allHeard()).noneMatch(text -> text.startsWith("Léa: "));
        // after the one confirmation nothing is sent, not even why
        assertThat(lea.heard()).contains("reprendre");
        assertThat(lea.allHeard()).hasSize(told);

        lea.writes("REPRENDRE");
        marc.writes("/aide");
        says(lea, "Me revoilà");
        assertThat(marc.heard()).isEqualTo("Léa: Me revoilà");
    }

    @Test
    void theAnimatorHearsOnceADayThatSomebodyStops() {
        for (int i = 0; i < 3; i++) {
            lea.writes("STOP");
            lea.writes("REPRENDRE");
        }
        assertThat(stops()).hasSize(1);

        house.clock().advance(Duration.ofDays(1));
        claire.writes("/aide");
        lea.writes("STOP");
        assertThat(stops()).hasSize(2);
    }

    @Test
    void whoeverHasNotSignedIsRemindedOnceAnHour() {
        Actor paul = house.person("Paul");
        house.enrols(group, paul);

        says(paul, "Un");
        says(paul, "Deux");
        assertThat(reminders(paul)).hasSize(1);
        house.clock().advance(Duration.ofMinutes(59));
        says(paul, "Trois");
        assertThat(reminders(paul)).hasSize(1);
        house.clock().advance(Duration.ofMinutes(1));
        says(paul, "Quatre");

        assertThat(reminders(paul)).hasSize(2);
        assertThat(lea.allHeard()).noneMatch(text -> text.contains("Deux"));
    }

    @Test
    void somebodyInNoGroupIsAnsweredOnceADayWhateverTheyWrite() {
        Actor rose = house.person("Rose");

        rose.writes("Bonjour ?");
        rose.writes("Il y a quelqu’un ?");
        rose.writes("/nimportequoi");
        assertThat(rose.allHeard()).hasSize(1);
        // what is a command gets its sentence each time
        rose.writes("/probleme");
        rose.writes("/groupe");
        assertThat(rose.allHeard()).hasSize(3);
        rose.writes("/aide");
        assertThat(rose.heard()).contains("/rejoindre");

        house.clock().advance(Duration.ofDays(1));
        rose.writes("Toujours personne ?");
        assertThat(rose.allHeard()).hasSize(5);
    }

    @Test
    void theNewHolderOfANumberReceivesNothingOfTheOneBefore() {
        People people = house.get(People.class);
        Address number = lea.address();
        long before = id(lea);
        Address oldId = TestChannel.chat("FR.old" + house.nextId());
        Address newId = TestChannel.chat("FR.new" + house.nextId());
        people.alias(number, oldId);
        house.clock().advance(Duration.ofHours(25));
        marc.writes("/aide");
        says(marc, "Pour Léa seule");
        assertThat(house.channel().texts(number)).noneMatch(text -> text.contains("Pour Léa seule"));

        Address home = people.home(number, newId);
        assertThat(home).isEqualTo(newId);
        writes(home, number);
        house.get(Outbox.class).heard(number, house.clock().instant());
        house.settles();

        assertThat(house.channel().texts(number)).noneMatch(text -> text.contains("Pour Léa seule"));
        assertThat(house.channel().texts(newId)).noneMatch(text -> text.contains("Pour Léa seule"));
        assertThat(people.find(number).orElseThrow().id()).isNotEqualTo(before);
        assertThat(people.byId(before).orElseThrow().address()).isEqualTo(oldId);
    }

    @Test
    void theNewHolderOfANumberHasNotStoppedWhatTheOneBeforeHas() {
        People people = house.get(People.class);
        Outbox outbox = house.get(Outbox.class);
        Address number = lea.address();
        Address oldId = TestChannel.chat("FR.old" + house.nextId());
        people.alias(number, oldId);
        lea.writes("STOP");

        writes(people.home(number, TestChannel.chat("FR.new" + house.nextId())), number);

        assertThat(outbox.stopped(oldId)).isTrue();
        assertThat(outbox.stopped(number)).isFalse();
    }

    private void writes(Address home, Address also) {
        house.arrives(new Incoming.Said(home, Place.PRIVATE,
                new Sender(home, new Words("Autre"), null, "fr", false, false, also), house.nextId(), null,
                new Words("Bonjour"), null, null, false, false, null, house.clock().instant()));
    }

    private List<String> stops() {
        return claire.allHeard().stream().filter(text -> text.contains("ne veut plus recevoir")).toList();
    }

    private static List<String> reminders(Actor actor) {
        return actor.allHeard().stream().filter(text -> text.contains("acceptez d’abord la charte")).toList();
    }
}
