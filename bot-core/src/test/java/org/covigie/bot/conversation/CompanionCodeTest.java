package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompanionCodeTest {
    @ParameterizedTest
    @EnumSource(Database.class)
    void whereACreationCodeIsWantedTheGroupWaitsForIt(Database database) {
        try (House house = House.on(database, Map.of("covigie.groups.creation-code", "sesame"))) {
            house.channel().can(TestChannel.HOSTED);
            Actor claire = house.person("Claire");
            claire.writes("/compagnon Soignants du Val https://chat.example/Val");
            assertThat(claire.heard()).contains("code de création");
            claire.writes("/invitation");
            assertThat(claire.heard()).contains("attend encore le code");

            claire.writes("sesame");

            assertThat(claire.heard()).startsWith("« Soignants du Val » est enregistré");
            claire.writes("/invitation");
            assertThat(claire.heard()).contains("Invitation à « Soignants du Val »");
        }
    }
}
