package org.covigie.bot.conversation;

import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.signals.SignalDocument;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A group with its animator Claire, its correspondent Julie and the members Marc and Léa, on both databases. */
@ParameterizedClass
@EnumSource(Database.class)
abstract class Conversation {
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
        house = House.shared(database);
        claire = house.person("Claire");
        julie = house.person("Julie");
        marc = house.person("Marc");
        lea = house.person("Léa");
        claire.writes("/start");
        julie.writes("/start");
        group = house.group("Soignants du Val " + house.nextId(), claire);
        Quoted hello = julie.says(group, "Bonjour à tous");
        claire.replies(group, hello, "/correspondant");
    }

    SignalDocument signal() {
        return house.signal(group);
    }

    /** Marc says something and Julie tags it. */
    Quoted tagged(String text, String tag) {
        Quoted message = marc.says(group, text);
        julie.replies(group, message, tag);
        return message;
    }

    /** Marc agrees to be relayed, Julie tags something he says. */
    Quoted ready(String text, String tag) {
        marc.presses(group, "/consentir");
        return tagged(text, tag);
    }
}
