package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.covigie.bot.commands.Role;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Contact;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Words;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.TestChannel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Marc proposes Nora where people only write to the bot: she is recognised by her number when she brings the group's code. */
class ProposalByCodeTest extends RelayConversation {
    private String digits = "";
    private Sender nora = new Sender(TestChannel.chat("0"), Words.NONE, null, null, false, false);

    @BeforeEach
    void nora() {
        digits = "639" + String.format("%06d", Integer.parseInt(house.nextId()));
        nora = sender(new Address(TestChannel.NAME, "tel:+33" + digits), null);
    }

    @AfterEach
    void nothingIsDoneToAGroupThatOnlyTheHouseKnows() {
        assertThat(house.channel().calls(group.address())).isEmpty();
    }

    @Test
    void whoeverWasProposedByNumberIsInWithTheGroupsCode() {
        marc.writes("/proposer 0" + digits);
        claire.writes("/accepter 1");
        assertThat(claire.heard()).contains("reçoit l’invitation à transmettre");
        assertThat(marc.heard()).contains("0" + digits).contains(group.title())
                .contains("https://bot.example/join?" + code()).contains("rejoindre " + code());

        writes(nora, "rejoindre " + code());

        assertThat(inside(nora)).isTrue();
        assertThat(house.channel().texts(nora.address()))
                .anyMatch(text -> text.contains("Bienvenue dans « " + group.title() + " »"))
                .noneMatch(text -> text.contains("qui décide"));
        assertThat(claire.heard()).contains("Demande n° 1").contains("Nora").contains("s’est présenté");
        marc.writes("/proposer +33 " + digits);
        assertThat(marc.heard()).contains("déjà membre");
    }

    @Test
    void theNumberMayBeHerSecondAddress() {
        marc.writes("/proposer +33 " + digits);
        claire.writes("/accepter 1");

        Sender known = sender(new Address(TestChannel.NAME, "FR.x" + house.nextId()), nora.address());
        writes(known, "rejoindre " + code());

        assertThat(inside(known)).isTrue();
    }

    @Test
    void thePlaceOfOneIsNotForAnother() {
        marc.writes("/proposer 0" + digits);
        claire.writes("/accepter 1");

        Actor paul = house.person("Paul");
        paul.writes("rejoindre " + code());

        assertThat(paul.allHeard()).anyMatch(text -> text.contains("transmise à l’animateur"));
        assertThat(claire.heard()).contains("Demande n° 2").contains("Paul");
        assertThat(inside(paul.sender())).isFalse();
    }

    @Test
    void whoComesBeforeTheDecisionIsTheOneProposed() {
        marc.writes("/proposer 0" + digits);
        claire.writes("/invitation");
        String code = claire.heard().substring(claire.heard().lastIndexOf("join?") + 5).substring(0, 8);

        writes(nora, "rejoindre " + code);
        assertThat(claire.heard()).contains("Demande n° 1").contains("Nora").contains("Proposée par Marc");
        assertThat(inside(nora)).isFalse();
        claire.writes("/accepter 1");

        assertThat(inside(nora)).isTrue();
    }

    @Test
    void aContactCardTellsTheNumber() {
        Quoted card = new Quoted(house.nextId(), marc.sender(), Words.NONE, house.clock().instant(), null, false,
                false, false, false, List.of(), new Contact(new Words("Nora"), new Words("0" + digits), null));
        house.arrives(new Incoming.Said(marc.address(), Place.PRIVATE, marc.sender(), house.nextId(), null,
                new Words("/proposer"), card, null, false, false, null, house.clock().instant()));
        claire.writes("/accepter 1");

        writes(nora, "rejoindre " + code());

        assertThat(inside(nora)).isTrue();
    }

    @Test
    void aNumberByWhichNobodyCouldBeRecognisedIsAskedForAgain() {
        marc.writes("/proposer 12 34 56 78");

        assertThat(marc.heard()).contains("indicatif");
        claire.writes("/demandes");
        assertThat(claire.heard()).doesNotContain("12 34");
    }

    @Test
    void theCodeIsTheOneThatIsInForceAndComesAgainWhenAskedFor() {
        claire.writes("/invitation");
        String code = claire.heard().substring(claire.heard().lastIndexOf("join?") + 5).substring(0, 8);
        marc.writes("/proposer @nora" + house.nextId());
        claire.writes("/accepter 1");
        assertThat(code()).isEqualTo(code);

        house.clock().advance(java.time.Duration.ofMinutes(2));
        claire.writes("/accepter 1");
        assertThat(marc.allHeard()).filteredOn(text -> text.contains("rejoindre " + code)).hasSize(2);
    }

    private String code() {
        return marc.heard().substring(marc.heard().lastIndexOf("rejoindre ") + 10).strip();
    }

    private Sender sender(Address address, @Nullable Address also) {
        return new Sender(address, new Words("Nora"), null, "fr", false, false, also);
    }

    private void writes(Sender sender, String text) {
        house.arrives(new Incoming.Said(sender.address(), Place.PRIVATE, sender, house.nextId(), null, new Words(text),
                null, null, false, false, null, house.clock().instant()));
    }

    private boolean inside(Sender sender) {
        return house.get(People.class).find(sender.address())
                .flatMap(person -> house.get(Groups.class).member(house.id(group), person.id()))
                .filter(member -> member.holds(Role.MEMBER)).isPresent();
    }
}
