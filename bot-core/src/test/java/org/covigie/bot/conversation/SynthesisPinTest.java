package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.covigie.bot.messaging.Capabilities;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.settings.HouseSettings;
import org.covigie.bot.synthesis.News;
import org.covigie.bot.synthesis.Syntheses;
import org.covigie.bot.synthesis.Synthesis;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SynthesisPinTest extends Conversation {
    private static final String URL = "https://covigie.example.org/syntheses/12";

    private Capabilities before = TestChannel.HOSTED;

    @BeforeEach
    void byDay() {
        before = house.channel().capabilities();
        ZonedDateTime now = house.clock().instant().atZone(house.get(HouseSettings.class).zone());
        ZonedDateTime noon = now.toLocalDate().plusDays(1).atTime(12, 0).atZone(now.getZone());
        house.clock().advance(Duration.between(now, noon));
        claire.writes("/start");
    }

    @AfterEach
    void asItWas() {
        house.channel().can(before);
    }

    @Test
    void nothingIsPinnedUnlessTheAnimatorWants() {
        announces("Vaccins");

        assertThat(pins()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/syntheses épingler", "/syntheses EPINGLER", "/announcements pin"})
    void anAnnouncementIsPinnedOnceWhereTheAnimatorWants(String typed) {
        claire.writes(typed);
        assertThat(claire.heard()).contains("Elles y sont épinglées");
        announces("Vaccins");

        assertThat(pins()).containsExactly(new Outgoing.Pin(group.address(), announcement("Vaccins"), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/syntheses ne pas épingler", "/announcements unpin", "/announcements don’t pin"})
    void theAnimatorMayGoBackOnIt(String typed) {
        claire.writes("/syntheses épingler");
        claire.writes(typed);
        assertThat(claire.heard()).contains("Pour les y épingler : /syntheses épingler");
        announces("Vaccins");

        assertThat(pins()).isEmpty();
    }

    @Test
    void onlyTheAnimatorDecides() {
        julie.writes("/syntheses épingler");
        announces("Vaccins");

        assertThat(pins()).isEmpty();
    }

    @Test
    void whatIsTakenBackIsUnpinnedOnceAndWhatIsPutRightIsNot() {
        claire.writes("/syntheses épingler");
        Synthesis handed = announces("Vaccins");
        String message = announcement("Vaccins");
        house.get(Syntheses.class).correct(handed.id(), news(handed.externalId(), "Vaccins et tests"));
        announced();
        assertThat(pins()).hasSize(1);

        house.get(Syntheses.class).withdraw(handed.id());
        announced();
        house.get(Syntheses.class).withdraw(handed.id());
        announced();

        assertThat(pins()).containsExactly(new Outgoing.Pin(group.address(), message, true),
                new Outgoing.Pin(group.address(), message, false));
    }

    @Test
    void whatWasNeverPinnedIsNotUnpinned() {
        Synthesis handed = announces("Vaccins");
        house.get(Syntheses.class).withdraw(handed.id());
        announced();

        assertThat(pins()).isEmpty();
    }

    @Test
    void aMissingRightIsToldToTheAnimatorOnceEvenMonthsLater() {
        claire.writes("/syntheses épingler");
        for (String title : List.of("Vaccins", "Tests", "Masques")) {
            house.channel().answers(group.address(), new Outcome.Sent("m" + house.nextId()),
                    new Outcome.Refused("not-enough-rights-to-manage-pinned-messages-in-the-chat"));
            announces(title);
            house.clock().advance(Duration.ofDays(35));
            house.settles();
        }

        assertThat(pins()).hasSize(3);
        assertThat(refusals()).isOne();

        house.channel().answers(group.address(), new Outcome.Sent("m" + house.nextId()),
                new Outcome.Refused("not-enough-rights-to-manage-pinned-messages-in-the-chat"));
        claire.writes("/syntheses épingler");
        announces("Gants");
        assertThat(refusals()).isEqualTo(2);
    }

    @Test
    void aLongAnnouncementIsPinnedByItsFirstMessage() {
        claire.writes("/syntheses épingler");
        house.get(Syntheses.class).receive(new News("ext-" + house.nextId(), "Longue", ("mot ".repeat(490) + "\n"), URL
                + "?" + "a".repeat(2_000), Locale.FRENCH, List.of(), List.of(house.id(group)), false, false));
        announced();

        assertThat(house.publicTexts(group)).filteredOn(text -> text.contains("mot mot")).isNotEmpty();
        assertThat(pins()).containsExactly(new Outgoing.Pin(group.address(), announcement("Longue"), true));
    }

    @Test
    void whereTheChannelCannotPinTheAnimatorHearsSoAndNothingChanges() {
        house.channel().can(new Capabilities(4096, 8, true, true, true, true, null, Duration.ZERO, 0, 0, 1, true, false,
                false, false, java.util.Set.of()));
        claire.writes("/syntheses épingler");
        assertThat(claire.heard()).contains("je ne peux pas épingler");
        announces("Vaccins");

        assertThat(pins()).isEmpty();
    }

    private Synthesis announces(String title) {
        Synthesis handed = house.get(Syntheses.class).receive(news("ext-" + house.nextId(), title)).synthesis();
        announced();
        return handed;
    }

    private News news(String externalId, String title) {
        return new News(externalId, title, null, URL, Locale.FRENCH, List.of(), List.of(house.id(group)), false, false);
    }

    private String announcement(String title) {
        return house.channel().calls(group.address()).stream()
                .filter(call -> call.text().startsWith("📄 Synthèse : " + title)).map(call -> call.message())
                .findFirst()
                .orElseThrow();
    }

    private List<Outgoing> pins() {
        return house.channel().calls(group.address()).stream().map(call -> call.outgoing())
                .filter(Outgoing.Pin.class::isInstance).toList();
    }

    private long refusals() {
        return claire.allHeard().stream().filter(text -> text.contains("je n’ai pas pu épingler")).count();
    }

    private void announced() {
        house.settles();
        house.clock().advance(Duration.ofSeconds(6));
        house.ticks("syntheses");
        house.clock().advance(Duration.ofSeconds(6));
        house.ticks("syntheses");
        house.settles();
    }
}
