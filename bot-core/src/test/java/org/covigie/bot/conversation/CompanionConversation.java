package org.covigie.bot.conversation;

import org.covigie.bot.groups.Group;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A companion group that Claire animates and for which Julie collects, on a channel where people only write to the bot. */
@ParameterizedClass
@EnumSource(Database.class)
abstract class CompanionConversation {
    @Parameter
    Database database = Database.H2;

    @SuppressWarnings("NullAway.Init")
    House house;
    @SuppressWarnings("NullAway.Init")
    Actor claire;
    @SuppressWarnings("NullAway.Init")
    Actor julie;
    @SuppressWarnings("NullAway.Init")
    Actor nora;
    @SuppressWarnings("NullAway.Init")
    Chat group;
    String link = "";

    @BeforeEach
    void aCompanionGroup() {
        house = House.sharedHosted(database);
        claire = house.person("Claire");
        julie = house.person("Julie");
        nora = house.person("Nora");
        group = registers(claire);
        enrols(group, julie);
        house.get(Groups.class).correspondent(house.id(group), person(julie).id(), true);
    }

    /** This person registers a group of the platform's. */
    Chat registers(Actor animator) {
        String title = "Soignants du Val " + house.nextId();
        link = newLink();
        animator.writes("/compagnon « " + title + " » " + link);
        Group made = house.get(Groups.class).all(0, 1).getFirst();
        if (made.hosting() != Hosting.COMPANION || !made.title().equals(title)) {
            throw new AssertionError("no group was registered: " + animator.heard());
        }
        return new Chat(house, made.chat(), title);
    }

    void enrols(Chat chat, Actor actor) {
        house.enrols(chat, actor);
    }

    String newLink() {
        return "https://chat.example/Val" + house.nextId();
    }

    Person person(Actor actor) {
        return house.get(People.class).find(actor.address()).orElseThrow();
    }

    /** Presses the button under the last message that types a command ending so. */
    void presses(Actor actor, String ending) {
        actor.presses(null, actor.buttons().stream().filter(data -> data.endsWith(ending)).findFirst()
                .orElseThrow(() -> new AssertionError("no such button: " + actor.buttons())));
    }

    long rows(String table, Actor of) {
        return house.get(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select count(*) from " + table + " where person_id = :person").param("person", person(of).id())
                .query(Long.class).single();
    }
}
