package org.covigie.bot.mail;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.covigie.bot.synthesis.News;
import org.covigie.bot.settings.HouseSettings;
import org.covigie.bot.synthesis.Syntheses;
import org.covigie.bot.synthesis.Synthesis;
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

    /** The same in other words. */
    static News saying(Synthesis one, String title) {
        return new News(one.externalId(), title, one.summary(), one.url(), one.language(), List.of(), null, false,
                false);
    }

    /** What is due is announced, outside the quiet hours. */
    static void announced(House house) {
        ZonedDateTime now = house.clock().instant().atZone(house.get(HouseSettings.class).zone());
        house.clock().advance(Duration.between(now, now.toLocalDate().plusDays(1).atTime(12, 0).atZone(now.getZone())));
        for (int i = 0; i < 2; i++) {
            house.ticks("syntheses");
            house.settles();
            house.clock().advance(Duration.ofSeconds(6));
        }
    }

    static void synthesis(House house, String title, @Nullable List<Long> groups) {
        house.get(Syntheses.class).receive(new News("ext-" + house.nextId(), title, "Une ligne\nDeux < lignes", URL,
                Locale.FRENCH, List.of(), groups, false, false));
    }
}
