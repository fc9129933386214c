package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanionLifeTest extends CompanionConversation {
    @Test
    void whatIsSaidToTheGroupReachesTheCorrespondentReadyToBeForwarded() {
        says("privacy.resumed");

        List<String> heard = julie.allHeard();
        assertThat(heard.get(heard.size() - 2)).isEqualTo("À transférer dans « " + group.title() + " » :");
        assertThat(heard.getLast()).startsWith("C’est noté : vous recevez");
        assertThat(julie.buttons()).isEmpty();
        assertThat(claire.allHeard()).noneMatch(text -> text.startsWith("À transférer"));
        assertThat(house.channel().calls(group.address())).isEmpty();
    }

    @Test
    void whereItBelongsIsSaidOnceADay() {
        says("privacy.resumed");
        says("privacy.resumed");
        assertThat(julie.allHeard()).filteredOn(text -> text.startsWith("À transférer")).hasSize(1);

        house.clock().advance(Duration.ofHours(23));
        julie.writes("/aide");
        house.clock().advance(Duration.ofHours(1));
        says("privacy.resumed");
        assertThat(julie.allHeard()).filteredOn(text -> text.startsWith("À transférer")).hasSize(2);
    }

    @Test
    void withoutACorrespondentItReachesTheAnimator() {
        Chat other = registers(claire);

        house.get(Replies.class).inGroup(house.get(Groups.class).info(house.id(other)).orElseThrow(), null,
                "answer.group", Line.of("privacy.resumed"), true, "once:" + other.address().id());
        house.settles();

        assertThat(claire.heard()).startsWith("C’est noté : vous recevez");
    }

    @Test
    void aMemberWhoCannotBeReachedIsToldOfOnceUntilWritingAgain() {
        house.channel().answers(julie.address(), new Outcome.Gone("63024"));
        says("privacy.resumed");
        assertThat(claire.allHeard()).filteredOn(text -> text.contains("n’est plus joignable")).singleElement()
                .asString().contains("Julie (n° 2)").contains(group.title()).contains("ne dit pas pourquoi");
        assertThat(rows("unreachable_member", julie)).isEqualTo(1);

        julie.writes("/aide");
        assertThat(rows("unreachable_member", julie)).isZero();
        house.channel().answers(julie.address(), new Outcome.Gone("63024"));
        says("privacy.resumed");
        assertThat(claire.allHeard()).filteredOn(text -> text.contains("n’est plus joignable")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"BLOCKED | la personne a bloqué mon numéro.",
            "OPTED_OUT | la personne a demandé à la messagerie de ne plus rien recevoir.",
            "VANISHED | ce numéro n’a pas, ou plus, de compte sur cette messagerie.",
            "WRONG_ADDRESS | ce numéro n’est pas valable."})
    void whyAMemberIsGoneIsToldInWordsAndShownByNumber(String code, String why) {
        house.channel().answers(julie.address(), new Outcome.Gone(code));

        says("privacy.resumed");

        assertThat(claire.heard()).isEqualTo("Julie (n° 2) n’est plus joignable dans « " + group.title() + " » : "
                + why);
        claire.writes("/groupe");
        assertThat(claire.heard()).contains("Injoignables : 1 (n° 2), " + why);
    }

    @Test
    void ofSomebodyFromWhomThePlatformWithholdsMessagesTheAnimatorHearsOnceAndTheNextIsTried() {
        house.channel().answers(julie.address(), new Outcome.Refused("WITHHELD"), new Outcome.Refused("WITHHELD"));
        says("privacy.resumed");
        says("privacy.resumed");

        assertThat(claire.allHeard()).filteredOn(text -> text.contains("choisit de ne pas lui remettre")).hasSize(1);
        claire.writes("/groupe");
        assertThat(claire.heard()).contains("Injoignables : 1 (n° 2), la messagerie choisit");
        int calls = house.channel().calls(julie.address()).size();
        says("privacy.resumed");
        assertThat(house.channel().calls(julie.address())).hasSizeGreaterThan(calls);

        house.channel().answers(julie.address(), new Outcome.Gone("BLOCKED"));
        says("privacy.resumed");
        assertThat(claire.heard()).contains("a bloqué mon numéro");
    }

    @Test
    void aCommandOfTheseGroupsMakesNoSenseElsewhere() {
        House elsewhere = House.shared(database);
        var marc = elsewhere.person("Marc");

        marc.writes("/compagnon Soignants " + newLink());

        assertThat(marc.heard()).isEqualTo("Cette commande n’a pas de sens sur cette messagerie.");
        marc.writes("/aide");
        assertThat(marc.heard()).doesNotContain("/compagnon");
        nora.writes("/aide");
        assertThat(nora.heard()).contains("/compagnon");
    }

    /** Something is said to the group. */
    private void says(String key) {
        house.get(Replies.class).inGroup(house.get(Groups.class).info(house.id(group)).orElseThrow(), null,
                "answer.group", Line.of(key).choices(Line.Choice.command("groups.accept.button", "/consentir")), false,
                null);
        house.settles();
    }
}
