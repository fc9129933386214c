package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.junit.jupiter.api.Test;

class CreationCodeTest {
    @Test
    void aGroupOpensOnlyWithTheCodeAndTheCodeIsToldToNobody() {
        try (House house = House.on(Database.H2, Map.of("covigie.groups.creation-code", "sesame-2026"))) {
            Actor claire = house.person("Claire");
            Actor julie = house.person("Julie");
            claire.writes("/start");
            Chat group = house.group("Fermé", claire);
            assertThat(claire.heard()).contains("code de création");
            assertThat(house.publicTexts(group)).isEmpty();

            Quoted hello = julie.says(group, "bonjour");
            claire.replies(group, hello, "/correspondant");
            assertThat(claire.heard()).contains("attend encore le code");

            claire.writes("mauvais code");
            claire.replies(group, hello, "/correspondant");
            assertThat(claire.heard()).contains("attend encore le code");

            claire.writes("sesame-2026");
            assertThat(house.publicTexts(group).getLast()).contains("autorités de santé");
            claire.replies(group, hello, "/correspondant");
            julie.replies(group, hello, "/p");
            assertThat(house.signals(group)).hasSize(1);
        }
    }
}
