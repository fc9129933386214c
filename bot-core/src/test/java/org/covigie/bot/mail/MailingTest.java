package org.covigie.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.covigie.bot.messaging.Button;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.synthesis.Syntheses;
import org.covigie.bot.synthesis.Synthesis;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a mail server can do wrong, and what a restart must not. */
@ParameterizedClass
@EnumSource(Database.class)
class MailingTest {
    private static final String LEA = "lea@exemple.fr";

    @Parameter
    Database database = Database.H2;

    @Test
    void aMailboxThatIsNotThereEndsTheSubscriptionAndItsOwnerHearsItOnce() {
        try (StubbornServer server = new StubbornServer(); House house = house(Postbox.settings(server.port()))) {
            Actor lea = subscriber(house);
            server.answers(LEA, "550 5.1.1 no such user");

            MailHouse.synthesis(house, "Un", null);
            MailHouse.mailed(house);
            MailHouse.synthesis(house, "Deux", null);
            MailHouse.mailed(house);

            assertThat(server.tried()).containsExactly(LEA);
            assertThat(lea.allHeard()).filteredOn(text -> text.contains("refuse les mails")).singleElement().asString()
                    .contains("l…@exemple.fr");
            lea.writes("/abonner");
            assertThat(lea.heard()).startsWith("Écrivez l’adresse");
        }
    }

    @Test
    void notNowIsTriedAgainAfterGrowingPausesAndArrivesOnce() {
        try (StubbornServer server = new StubbornServer(); House house = house(Postbox.settings(server.port()))) {
            subscriber(house);
            server.answers(LEA, "451 4.7.1 come back later");
            MailHouse.synthesis(house, "Un", null);
            MailHouse.mailed(house);
            MailHouse.mailed(house);
            assertThat(server.tried()).hasSize(1);
            house.clock().advance(Duration.ofMinutes(1));
            MailHouse.mailed(house);
            house.clock().advance(Duration.ofMinutes(1));
            MailHouse.mailed(house);
            assertThat(server.tried()).hasSize(2);

            server.answers(LEA, "250 ok");
            house.clock().advance(Duration.ofMinutes(1));
            MailHouse.mailed(house);
            MailHouse.mailed(house);
            assertThat(server.taken()).containsExactly(LEA);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"554 5.7.1 relay access denied", "504 5.5.2 sender address rejected",
            "550 5.1.8 sender address rejected", "550 relay not permitted", "552 5.2.2 mailbox full"})
    void aServerThatWantsNothingFromUsEndsNobodysSubscription(String answer) {
        try (StubbornServer server = new StubbornServer(); House house = house(Postbox.settings(server.port()))) {
            Actor lea = subscriber(house);
            server.answers(LEA, answer);
            MailHouse.synthesis(house, "Un", null);
            MailHouse.mailed(house);

            lea.writes("/abonner");
            assertThat(lea.heard()).startsWith("Vous recevez les synthèses");
        }
    }

    @Test
    void aSynthesisThatWasTakenBackIsNotMailedAnyMore() {
        try (Postbox postbox = Postbox.open(); House house = house(postbox.settings())) {
            subscriber(house);
            MailHouse.synthesis(house, "Faux", null);
            Syntheses syntheses = house.get(Syntheses.class);
            syntheses.page(0, 10).items().forEach(one -> syntheses.withdraw(one.id()));
            MailHouse.synthesis(house, "Juste", null);
            MailHouse.mailed(house);
            MailHouse.mailed(house);

            assertThat(postbox.subjects(LEA)).containsExactly("Synthèse : Juste");
        }
    }

    @Test
    void whoWasMailedASynthesisHearsOnceThatItWasPutRightAndOnceThatItWasTakenBack() {
        try (Postbox postbox = Postbox.open(); House house = house(postbox.settings())) {
            subscriber(house);
            MailHouse.synthesis(house, "Faux", null);
            MailHouse.mailed(house);
            Syntheses syntheses = house.get(Syntheses.class);
            Synthesis one = syntheses.page(0, 1).items().getFirst();
            syntheses.correct(one.id(), MailHouse.saying(one, "Presque juste"));
            syntheses.correct(one.id(), MailHouse.saying(one, "Juste"));
            syntheses.correct(one.id(), MailHouse.saying(one, "Juste"));
            MailHouse.mailed(house);
            assertThat(postbox.subjects(LEA)).as("more may follow").containsExactly("Synthèse : Faux");
            house.clock().advance(Mailing.SETTLING);
            MailHouse.mailed(house);
            MailHouse.mailed(house);

            assertThat(postbox.subjects(LEA)).containsExactly("Synthèse : Faux", "Corrigé : Juste");
            assertThat(postbox.letters(LEA).getLast().text()).contains("a été corrigée", "Une ligne", MailHouse.URL);
            assertThat(postbox.letters(LEA).getLast().header("List-Unsubscribe-Post")).contains("One-Click");

            syntheses.withdraw(one.id());
            syntheses.withdraw(one.id());
            MailHouse.mailed(house);
            MailHouse.mailed(house);
            assertThat(postbox.subjects(LEA)).containsExactly("Synthèse : Faux", "Corrigé : Juste", "Retirée : Juste");
            assertThat(postbox.letters(LEA).getLast().text()).doesNotContain(MailHouse.URL)
                    .contains("/mail/unsubscribe/");
            assertThat(postbox.letters(LEA).getLast().html()).doesNotContain(MailHouse.URL);
        }
    }

    @Test
    void whoWasNotMailedItYetGetsItAsItIsNowAndNothingMore() {
        try (Postbox postbox = Postbox.open(); House house = house(postbox.settings())) {
            subscriber(house);
            MailHouse.synthesis(house, "Faux", null);
            Syntheses syntheses = house.get(Syntheses.class);
            Synthesis one = syntheses.page(0, 1).items().getFirst();
            syntheses.correct(one.id(), MailHouse.saying(one, "Juste"));
            MailHouse.mailed(house);
            house.clock().advance(Mailing.SETTLING);
            MailHouse.mailed(house);

            assertThat(postbox.subjects(LEA)).containsExactly("Synthèse : Juste");
        }
    }

    @Test
    void anAnnouncementCarriesAButtonByWhichOneSubscribesAndItStaysWhenPutRight() {
        try (Postbox postbox = Postbox.open(); House house = house(postbox.settings())) {
            Chat group = house.group("Soignants", house.person("Claire"));
            Actor lea = MailHouse.member(house, group);
            MailHouse.synthesis(house, "Un", null);
            MailHouse.announced(house);
            TestChannel.Call told = house.channel().calls(group.address()).stream()
                    .filter(call -> call.text().startsWith("📄 Synthèse : Un")).findFirst().orElseThrow();
            List<Button> row = told.outgoing().rows().getFirst();
            assertThat(row).extracting(Button::label).containsExactly("Recevoir par mail");

            lea.presses(group, String.valueOf(row.getFirst().data()));
            assertThat(lea.heard()).startsWith("Écrivez-moi en privé l’adresse");

            Syntheses syntheses = house.get(Syntheses.class);
            Synthesis one = syntheses.page(0, 1).items().getFirst();
            syntheses.correct(one.id(), MailHouse.saying(one, "Deux"));
            MailHouse.announced(house);
            assertThat(edits(house, group)).singleElement().satisfies(edit -> assertThat(edit.rows()).hasSize(1));
            syntheses.withdraw(one.id());
            MailHouse.announced(house);
            assertThat(edits(house, group).getLast().rows()).isEmpty();
        }
    }

    private static List<Outgoing.Edit> edits(House house, Chat group) {
        return house.channel().calls(group.address()).stream().map(TestChannel.Call::outgoing)
                .filter(Outgoing.Edit.class::isInstance).map(Outgoing.Edit.class::cast).toList();
    }

    @Test
    void whatMayHaveArrivedIsNotSentAgain() {
        try (StubbornServer server = new StubbornServer(); House house = house(Postbox.settings(server.port()))) {
            subscriber(house);
            server.hangsUpAfterALetter = true;
            MailHouse.synthesis(house, "Un", null);
            MailHouse.mailed(house);
            server.hangsUpAfterALetter = false;
            MailHouse.synthesis(house, "Deux", null);
            MailHouse.mailed(house);
            house.clock().advance(Duration.ofHours(1));
            MailHouse.mailed(house);

            assertThat(server.taken()).as("each once").containsExactly(LEA, LEA);
        }
    }

    @Test
    void aServerThatIsDownIsToldAndLosesNothing() {
        Postbox first = Postbox.open();
        int port = first.port();
        try (House house = house(first.settings())) {
            subscriber(house);
            MailHealthIndicator health = house.get(MailHealthIndicator.class);
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            first.close();
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            house.clock().advance(Duration.ofSeconds(61));
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            MailHouse.synthesis(house, "Un", null);
            MailHouse.synthesis(house, "Deux", null);
            for (int i = 0; i < 5; i++) {
                MailHouse.mailed(house);
            }

            try (Postbox again = Postbox.open(port)) {
                house.clock().advance(Duration.ofMinutes(5));
                MailHouse.mailed(house);
                MailHouse.mailed(house);
                assertThat(health.health().getStatus()).isEqualTo(Status.UP);
                assertThat(again.subjects(LEA)).containsExactlyInAnyOrder("Synthèse : Un", "Synthèse : Deux");
            }
        }
    }

    @Test
    void aRestartInTheMiddleSendsNothingTwiceAndLosesNothing() {
        String url = database.freshUrl();
        List<String> addresses = new ArrayList<>();
        try (Postbox postbox = Postbox.open()) {
            // one letter each time
            Map<String, Object> slow = new java.util.HashMap<>(postbox.settings());
            slow.put("covigie.mail.per-minute", "12");
            try (House house = House.at(url, slow)) {
                Chat group = house.group("Soignants", house.person("Claire"));
                for (int i = 0; i < 5; i++) {
                    addresses.add("lea" + i + "@exemple.fr");
                    MailHouse.subscribes(house, MailHouse.member(house, group), addresses.getLast());
                }
                MailHouse.synthesis(house, "Un", null);
                MailHouse.mailed(house);
                MailHouse.mailed(house);
            }
            long before = addresses.stream().filter(address -> !postbox.letters(address).isEmpty()).count();
            assertThat(before).isBetween(1L, 4L);

            try (House house = House.at(url, postbox.settings())) {
                house.clock().advance(Duration.ofHours(1));
                MailHouse.mailed(house);
                MailHouse.mailed(house);
            }
            assertThat(addresses).allSatisfy(address -> assertThat(postbox.letters(address)).hasSize(1));
        }
    }

    @Test
    void whatWasBeingSentWhenTheProcessDiedIsLeftAlone() {
        try (Postbox postbox = Postbox.open(); House house = house(postbox.settings())) {
            subscriber(house);
            JdbcClient db = house.get(JdbcClient.class);
            MailHouse.synthesis(house, "Un", null);
            db.sql("update mail_out set status = 'SENDING'").update();
            MailHouse.mailed(house);
            assertThat(db.sql("select status from mail_out").query(String.class).single()).isEqualTo("SENDING");
            house.clock().advance(Duration.ofMinutes(16));
            MailHouse.mailed(house);

            assertThat(db.sql("select status from mail_out").query(String.class).single()).isEqualTo("UNKNOWN");
            assertThat(postbox.letters(LEA)).isEmpty();
        }
    }

    private House house(Map<String, Object> settings) {
        return House.on(database, settings);
    }

    private static Actor subscriber(House house) {
        Actor lea = MailHouse.member(house, house.group("Soignants", house.person("Claire")));
        MailHouse.subscribes(house, lea, LEA);
        return lea;
    }
}
