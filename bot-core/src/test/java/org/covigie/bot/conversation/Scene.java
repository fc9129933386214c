package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.people.People;
import org.covigie.bot.signals.SignalDocument;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.jspecify.annotations.Nullable;

/**
 * A group with its animator Claire, its correspondent Julie and the members Marc and Léa. Either the platform's own, with the
 * bot in it, or one that the house keeps because people only ever write to the bot itself.
 */
abstract class Scene {
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
    boolean hosted;

    void opens(Database database, boolean keptByTheHouse) {
        hosted = keptByTheHouse;
        house = hosted ? House.sharedHosted(database) : House.shared(database);
        claire = house.person("Claire");
        julie = house.person("Julie");
        marc = house.person("Marc");
        lea = house.person("Léa");
        claire.writes("/start");
        julie.writes("/start");
        group = aGroup("Soignants du Val " + house.nextId(), claire, julie, marc, lea);
        if (hosted) {
            claire.writes("/correspondant 2");
        } else {
            Quoted hello = julie.says(group, "Bonjour à tous");
            claire.replies(group, hello, "/correspondant");
        }
    }

    /** A further group; where the house keeps it, these people are in it and have accepted the charter without being relayed. */
    Chat aGroup(String title, Actor animator, Actor... members) {
        if (!hosted) {
            return house.group(title, animator);
        }
        Chat chat = house.hosted(title, Hosting.RELAYED, null, animator);
        Groups groups = house.get(Groups.class);
        acceptsOnly(groups, chat, animator);
        for (Actor member : members) {
            house.enrols(chat, member);
            acceptsOnly(groups, chat, member);
        }
        return chat;
    }

    private void acceptsOnly(Groups groups, Chat chat, Actor actor) {
        long id = house.id(chat);
        groups.acceptsOnly(id, house.get(People.class).find(actor.address()).orElseThrow().id(),
                groups.charterVersion(id), house.clock().instant());
    }

    /** What follows is about something that only a platform's own group has. */
    void onlyInAGroupOfThePlatforms(String what) {
        assumeFalse(hosted, what);
    }

    /** The person sees that the tag was taken: by the bot's reaction, or alone where there are none. */
    void acknowledged(Actor who, Quoted message, @Nullable String reaction) {
        if (hosted) {
            assertThat(who.allHeard()).anyMatch(text -> text.startsWith("Noté : ") || text.contains("est annulé"));
        } else {
            assertThat(house.reaction(group, message.message())).isEqualTo(reaction);
        }
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
