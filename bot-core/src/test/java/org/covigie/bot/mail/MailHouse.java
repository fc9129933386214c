package org.covigie.bot.mail;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.covigie.bot.synthesis.News;
import org.covigie.bot.synthesis.Syntheses;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.House;
import org.jspecify.annotations.Nullable;

/** What tests of mail do with a house. */
final class MailHouse {
    static final String URL = "https://covigie.example.org/syntheses/12";

    private MailHouse() {}

    /** Léa, a member of a group of her own. */
    static Actor member(House house, Chat group) {
        Actor lea = house.person("Léa");
        lea.writes("/start");
        lea.presses(group, "/consentir");
        return lea;
    }

    /** What is due is mailed. */
    static void mailed(House house) {
        house.settles();
        house.clock().advance(Duration.ofSeconds(MailSettings.SECONDS + 1));
        house.ticks("mails");
    }

    /** Somebody with a confirmed address, without the letter that asks for it. */
    static void subscribes(House house, Actor who, String address) {
        long person = house.get(org.covigie.bot.people.People.class).find(who.address()).orElseThrow().id();
        house.get(MailStore.class).add(new Subscription(java.util.UUID.randomUUID(), person, null,
                MailAddress.read(address).orElseThrow(), Locale.FRENCH, Subscription.Status.ACTIVE,
                house.clock().instant()), MailStore.PERSON);
    }

    static void synthesis(House house, String title, @Nullable List<Long> groups) {
        house.get(Syntheses.class).receive(new News("ext-" + house.nextId(), title, "Une ligne\nDeux < lignes", URL,
                Locale.FRENCH, List.of(), groups, false, false));
    }
}
