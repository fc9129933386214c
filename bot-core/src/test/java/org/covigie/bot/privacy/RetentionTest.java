package org.covigie.bot.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Journal;
import org.covigie.bot.messaging.ChatStanding;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Words;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class RetentionTest {
    @ParameterizedTest
    @EnumSource(Database.class)
    void whoeverLeftIsForgottenAfterThirtyDaysAndWhoStayedIsNot(Database database) {
        try (House house = House.on(database)) {
            Actor claire = house.person("Claire");
            Actor lea = house.person("Léa");
            Actor marc = house.person("Marc");
            Chat group = house.group("Soignants", claire);
            lea.presses(group, "/consentir");
            marc.presses(group, "/consentir");
            lea.leaves(group, null);
            house.get(JdbcClient.class).sql("delete from journal").update();

            passes(house, 28);
            assertThat(people(house)).isEqualTo(3);

            passes(house, 2);
            assertThat(house.get(People.class).find(lea.address())).isEmpty();
            assertThat(house.get(JdbcClient.class).sql("select count(*) from member").query(Long.class).single())
                    .isEqualTo(2);
            assertThat(people(house)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whoAnimatesStaysTheAnimatorEvenHavingLeft(Database database) {
        try (House house = House.on(database)) {
            Actor claire = house.person("Claire");
            Chat group = house.group("Soignants", claire);
            claire.leaves(group, null);

            passes(house, 400);

            assertThat(house.get(Groups.class).find(house.id(group)).orElseThrow().animator()).isEqualTo(1);
            assertThat(house.get(People.class).find(claire.address())).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aGroupThatPutTheBotOutKeepsNobody(Database database) {
        try (House house = House.on(database)) {
            Actor claire = house.person("Claire");
            Actor lea = house.person("Léa");
            Chat gone = house.group("Soignants", claire);
            Chat stays = house.group("Autres", house.person("Marc"));
            lea.presses(gone, "/consentir");
            house.arrives(new Incoming.BotPlaced(gone.address(), claire.sender(), ChatStanding.ADMINISTRATOR,
                    ChatStanding.ABSENT, new Words("Soignants"), house.clock().instant()));
            house.get(JdbcClient.class).sql("delete from journal").update();

            passes(house, 28);
            assertThat(people(house)).isEqualTo(3);

            passes(house, 2);
            assertThat(people(house)).isEqualTo(1);
            assertThat(house.get(Groups.class).members(house.id(stays))).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whoOnlyWroteToTheBotOnceIsForgottenToo(Database database) {
        try (House house = House.on(database)) {
            house.person("Léa").writes("/aide");
            assertThat(people(house)).isEqualTo(1);

            passes(house, 31);

            assertThat(people(house)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void theJournalGoesBackAYear(Database database) {
        try (House house = House.on(database)) {
            Chat group = house.group("Soignants", house.person("Claire"));
            long id = house.id(group);
            Journal journal = house.get(Journal.class);
            house.get(JdbcClient.class).sql("delete from journal").update();
            journal.note(id, "limit", null, null, "40");
            house.clock().advance(Duration.ofDays(100));
            journal.note(id, "limit", null, null, "50");

            passes(house, 266);

            assertThat(journal.latest(id, 15, 0)).extracting(Journal.Entry::detail).containsExactly("50");
            assertThat(house.get(JdbcClient.class).sql("select count(*) from cache_epoch").query(Long.class).single())
                    .isZero();
        }
    }

    private static long people(House house) {
        return house.get(JdbcClient.class).sql("select count(*) from person").query(Long.class).single();
    }

    private static void passes(House house, int days) {
        house.clock().advance(Duration.ofDays(days));
        // over with for a day, so that the one below begins after the groups were looked at
        house.ticks("unknown-people");
        house.ticks("groups-retention");
        // the one that was under way while time passed may have looked at the hour before
        house.clock().advance(Duration.ofHours(2));
        house.ticks("groups-retention");
        // who is nobody's member any more is looked for after that
        house.clock().advance(Duration.ofHours(25));
        house.ticks("unknown-people");
    }
}
