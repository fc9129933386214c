package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the first command to the first message passed on, with nothing but what people write and press. */
class RelayFoundingTest {
    private static final Pattern CODE = Pattern.compile("join\\?([0-9A-Za-z]{8})");

    @ParameterizedTest
    @EnumSource(Database.class)
    void aGroupIsFoundedJoinedAndUsed(Database database) {
        House house = House.sharedHosted(database);
        Actor claire = house.person("Claire");
        Actor lea = house.person("Léa");
        claire.writes("/relaye Soignants " + house.nextId());
        claire.presses(null, button(claire, "/consentir"));
        claire.writes("/invitation");
        String invitation = claire.allHeard().stream().filter(text -> text.contains("join?")).findFirst()
                .orElseThrow();
        Matcher code = CODE.matcher(invitation);
        assertThat(code.find()).isTrue();

        lea.writes("rejoindre " + code.group(1));
        assertThat(lea.allHeard().getFirst()).contains("transmise à l’animateur");
        lea.presses(null, button(lea, "charte oui"));
        lea.writes("infirmière");
        lea.writes("29");
        claire.presses(null, "/accepter 1");

        assertThat(lea.allHeard()).anyMatch(text -> text.contains("Vous participez à"));
        assertThat(lea.allHeard()).noneMatch(text -> text.contains("lien d’entrée"));
        assertThat(claire.allHeard()).anyMatch(text -> text.contains("acceptée"));
        assertThat(claire.heard()).startsWith("Léa (infirmier(ère)) rejoint «");
        lea.writes("Bonjour à toutes");
        assertThat(claire.heard()).isEqualTo("Léa (infirmier(ère)): Bonjour à toutes");
        claire.writes("Bonjour Léa");
        assertThat(lea.heard()).isEqualTo("Claire: Bonjour Léa");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void acceptedBeforeTheCharterTheQuestionsFollowItAndHoldNobodyBack(Database database) {
        House house = House.sharedHosted(database);
        Actor claire = house.person("Claire");
        Actor lea = house.person("Léa");
        Actor marc = house.person("Marc");
        claire.writes("/relaye Soignants " + house.nextId());
        claire.presses(null, button(claire, "/consentir"));
        claire.writes("/invitation");
        Matcher code = CODE.matcher(claire.allHeard().stream().filter(text -> text.contains("join?")).findFirst()
                .orElseThrow());
        assertThat(code.find()).isTrue();
        lea.writes("rejoindre " + code.group(1));
        claire.presses(null, "/accepter 1");
        assertThat(claire.allHeard()).noneMatch(text -> text.contains("rejoint"));

        lea.writes("consentir");

        assertThat(lea.heard()).contains("Quelle est votre profession");
        assertThat(claire.allHeard()).filteredOn(text -> text.startsWith("Léa rejoint «")).hasSize(1);
        lea.writes("infirmière");
        lea.writes("29");
        assertThat(claire.allHeard()).noneMatch(text -> text.endsWith("infirmière") || text.endsWith("29"));
        // what is no answer is for the group she has entered, whatever is still open
        lea.writes("Bonjour à toutes");
        assertThat(claire.heard()).isEqualTo("Léa (infirmier(ère)): Bonjour à toutes");

        marc.writes("rejoindre " + code.group(1));
        marc.presses(null, button(marc, "charte oui"));
        marc.writes("Je travaille au cabinet de la place");
        assertThat(marc.heard()).contains("Je ne connais pas cette profession");
        marc.presses(null, button(marc, "plus-tard"));
        marc.writes("médecin");
        assertThat(claire.allHeard()).noneMatch(text -> text.contains("Marc (médecin) rejoint"));
        claire.presses(null, "/accepter 2");
        assertThat(lea.heard()).startsWith("Marc (médecin) rejoint «");
        marc.writes("consentir");
        assertThat(lea.allHeard()).filteredOn(text -> text.contains("rejoint")).hasSize(1);
    }

    @Test
    void theCreationCodeOpensTheGroupAndIsNeverPassedOn() {
        try (House house = House.on(Database.H2, Map.of("covigie.groups.creation-code", "sesame-2026"))) {
            house.channel().can(TestChannel.HOSTED);
            Actor claire = house.person("Claire");
            claire.writes("/relaye Fermé");
            assertThat(claire.heard()).contains("code de création");
            claire.writes("/invitation");
            assertThat(claire.heard()).contains("attend encore le code");

            claire.writes("sesame");
            claire.writes("sesame-2026");

            assertThat(claire.heard()).contains("« Fermé » est ouvert");
            claire.presses(null, button(claire, "/consentir"));
            claire.writes("/invitation");
            assertThat(claire.allHeard()).anyMatch(text -> text.contains("join?"));
            assertThat(claire.allHeard()).noneMatch(text -> text.contains("sesame"));
        }
    }

    @Test
    void whereTheBotSitsInGroupsNobodyFoundsOne() {
        Actor claire = House.shared(Database.H2).person("Claire");

        claire.writes("/relaye Soignants");

        assertThat(claire.allHeard()).hasSize(1).noneMatch(text -> text.contains("est ouvert"));
    }

    /** What one of the buttons that this person was last shown says. */
    private static String button(Actor actor, String part) {
        return actor.buttons().stream().filter(data -> data.contains(part)).findFirst()
                .orElseThrow(() -> new AssertionError(actor.buttons() + " under " + actor.heard()));
    }
}
