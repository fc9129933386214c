package org.covigie.bot.conversation;

import java.util.List;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.messaging.Attachment;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.people.Profession;
import org.covigie.bot.people.Words;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A relayed group with its animator Claire, its correspondent Julie and the members Marc and Léa, on both databases. */
@ParameterizedClass
@EnumSource(Database.class)
abstract class RelayConversation {
    @Parameter
    Database database = Database.H2;

    @SuppressWarnings("NullAway.Init")
    House house;
    @SuppressWarnings("NullAway.Init")
    Actor claire;
    @SuppressWarnings("NullAway.Init")
    Actor julie;
    @SuppressWarnings("NullAway.Init")
    Actor marc;
    @SuppressWarnings("NullAway.Init")
    Actor lea;
    @SuppressWarnings("NullAway.Init")
    Chat group;

    @BeforeEach
    void aGroup() {
        house = theHouse();
        claire = house.person("Claire");
        julie = house.person("Julie");
        marc = house.person("Marc");
        lea = house.person("Léa");
        group = house.hosted("Soignants du Val " + house.nextId(), Hosting.RELAYED, null, claire);
        List.of(julie, marc, lea).forEach(actor -> house.enrols(group, actor));
        List.of(claire, julie, marc, lea).forEach(actor -> signs(group, actor));
        house.get(Groups.class).correspondent(house.id(group), id(julie), true);
        house.get(People.class).works(id(marc), Profession.PHYSICIAN, null);
        house.settles();
    }

    House theHouse() {
        return House.sharedHosted(database);
    }

    /** The member has accepted the charter, and that own messages be relayed to the authorities. */
    void signs(Chat where, Actor actor) {
        house.get(Groups.class).consent(house.id(where), id(actor), true);
    }

    long id(Actor actor) {
        return person(actor).id();
    }

    Person person(Actor actor) {
        return house.get(People.class).find(actor.address()).orElseThrow();
    }

    /** The next message to this person gets this id of the platform's. */
    void nextCopy(Actor to, String id) {
        house.channel().answers(to.address(), new Outcome.Sent(id));
    }

    /** Writes to the bot, under an id that is returned. */
    String says(Actor actor, String text) {
        return says(actor, text, List.of());
    }

    String says(Actor actor, String text, List<Attachment> attachments) {
        String id = house.nextId();
        house.arrives(new Incoming.Said(actor.address(), Place.PRIVATE, actor.sender(), id, null, new Words(text), null,
                null, !attachments.isEmpty(), false, null, null, house.clock().instant(), attachments));
        return id;
    }

    /** Marc says something; Julie's copy of it has the id that is returned. */
    String copyOf(String text) {
        String copy = "copy-" + house.nextId();
        nextCopy(julie, copy);
        says(marc, text);
        return copy;
    }
}
