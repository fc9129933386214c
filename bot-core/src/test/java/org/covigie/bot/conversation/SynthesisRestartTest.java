package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.settings.HouseSettings;
import org.covigie.bot.synthesis.News;
import org.covigie.bot.synthesis.Syntheses;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The process ends in the middle of telling groups, or of putting right what they were told. */
class SynthesisRestartTest {
    private static final String URL = "https://covigie.example.org/syntheses/12";

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatWasLeftIsPutRightAndNothingTwice(Database database) {
        String url = database.freshUrl();
        List<Chat> groups;
        UUID id;
        try (House house = House.at(url, Map.of())) {
            var claire = house.person("Claire");
            groups = Stream.of("Un", "Deux", "Trois").map(title -> house.group(title, claire)).toList();
            noon(house);
            id = house.get(Syntheses.class).receive(news("Vaccins")).synthesis().id();
            ticks(house);
            house.get(Syntheses.class).correct(id, news("Vaccins et tests"));
            // as it stands when the first group has been seen to
            ticks(house);
            house.get(JdbcClient.class).sql("update synthesis set corrected = 0 where id = :id").param("id", id)
                    .update();
            house.get(JdbcClient.class)
                    .sql("update synthesis_group set shown = 0 where synthesis_id = :id and group_id <> "
                            + ":first")
                    .param("id", id).param("first", house.id(groups.getFirst())).update();
            house.get(JdbcClient.class)
                    .sql("delete from outbox where kind = 'synthesis' and once_key like 'corrected:%' "
                            + "and once_key not like :first")
                    .param("first", "%:" + house.id(groups.getFirst()) + ":1").update();
        }
        try (House again = House.at(url, Map.of())) {
            noon(again);
            ticks(again);
            ticks(again);

            assertThat(edits(again, groups.getFirst())).as("seen to before").isEmpty();
            for (Chat left : groups.subList(1, 3)) {
                assertThat(edits(again, left)).containsExactly("📄 Synthèse corrigée : Vaccins et tests\n" + URL);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatWasTakenInAndNotToldYetIsToldAfterARestartOnce(Database database) {
        String url = database.freshUrl();
        Chat group;
        try (House house = House.at(url, Map.of())) {
            group = house.group("Un", house.person("Claire"));
            noon(house);
            house.get(Syntheses.class).receive(news("Vaccins"));
        }
        try (House again = House.at(url, Map.of())) {
            noon(again);
            ticks(again);
            ticks(again);

            assertThat(again.publicTexts(group)).filteredOn(text -> text.startsWith("📄")).hasSize(1);
        }
    }

    private static List<String> edits(House house, Chat group) {
        return house.channel().calls(group.address()).stream().map(call -> call.outgoing())
                .filter(Outgoing.Edit.class::isInstance).map(Outgoing.Edit.class::cast).map(edit -> edit.text().text())
                .toList();
    }

    private static News news(String title) {
        return new News("ext-1", title, null, URL, Locale.FRENCH, List.of(), null, false, false);
    }

    private static void noon(House house) {
        ZonedDateTime now = house.clock().instant().atZone(house.get(HouseSettings.class).zone());
        house.clock().advance(Duration.between(now, now.toLocalDate().plusDays(1).atTime(12, 0).atZone(now.getZone())));
    }

    private static void ticks(House house) {
        house.settles();
        house.clock().advance(Duration.ofSeconds(6));
        house.ticks("syntheses");
        house.settles();
    }
}
