package org.covigie.bot.polls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Posted;
import org.covigie.bot.people.Words;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A restart in the middle of a poll loses nothing, and what is heard twice happens once. */
class PollSurvivalTest {
    @ParameterizedTest
    @EnumSource(Database.class)
    void votesAndAReminderPutOffOutliveARestart(Database database) {
        String url = database.freshUrl();
        Instant evening = Instant.parse("2026-11-24T20:00:00Z");
        House first = House.at(url);
        Actor claire = first.person("Claire");
        Actor marc = first.person("Marc");
        Actor lea = first.person("Léa");
        Chat group = first.group("Soignants", claire);
        for (Actor actor : List.of(claire, marc, lea)) {
            actor.writes("/start");
            actor.replies(group, null, "/groupe");
        }
        first.channel().answers(group.address(), new Outcome.Sent("m1", "p1"));
        first.clock().set(evening);
        claire.writes("/sondage Quel soir ? | Mardi | Jeudi");
        marc.votes("p1", 1);
        claire.writes("/relancer 1");
        int used = Integer.parseInt(first.nextId());
        first.close();

        try (House second = House.at(url)) {
            while (Integer.parseInt(second.nextId()) <= used) {
                continue; // the platform's ids go on
            }
            second.clock().set(Instant.parse("2026-11-25T08:00:00Z"));
            second.ticks("polls");
            assertThat(second.lastText(lea.address())).contains("un sondage attend votre réponse", "Quel soir ?");
            assertThat(second.channel().calls(marc.address())).isEmpty();
            assertThat(second.lastText(claire.address())).contains("une personne relancée");

            second.arrives(new Incoming.Voted(lea.address(), lea.sender(), "p1", List.of(0), second.clock().instant()));
            second.arrives(new Incoming.Said(claire.address(), Place.PRIVATE, claire.sender(), second.nextId(), null,
                    new Words("/cloturer"), null, null, false, false, null, second.clock().instant()));
            assertThat(results(second, group)).hasSize(1).first().asString().contains("Mardi : 1 (50 %)",
                    "Jeudi : 1 (50 %)", "2 votants sur 3 membres");

            hears(second, "poll-end:1", "m1", "9,9;9");
            hears(second, "poll:1", "m1", "p1");
            assertThat(results(second, group)).hasSize(1);
            second.arrives(
                    new Incoming.Voted(marc.address(), marc.sender(), "p1", List.of(), second.clock().instant()));
            assertThat(second.get(Votes.class).all(1)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aPollThatArrivesAfterItWasClosedIsClosedThere(Database database) {
        try (House house = House.on(database)) {
            Actor claire = house.person("Claire");
            Chat group = house.group("Soignants", claire);
            house.channel().answers(group.address(), new Outcome.Unknown("time-out"));
            claire.writes("/sondage Quel soir ? | Mardi | Jeudi");
            claire.writes("/cloturer 1");
            assertThat(house.lastText(claire.address())).contains("sans résultat");

            hears(house, "poll:1", "m7", "p7");

            assertThat(house.channel().calls(group.address()).getLast().outgoing())
                    .isEqualTo(new Outgoing.PollEnd(group.address(), "m7"));
            assertThat(results(house, group)).isEmpty();
        }
    }

    private static void hears(House house, String once, String message, String reference) {
        house.get(TransactionTemplate.class).executeWithoutResult(
                status -> house.get(PollPosts.class).on(new Posted(once, message, reference)));
        house.settles();
    }

    private static List<String> results(House house, Chat group) {
        return house.channel().calls(group.address()).stream()
                .filter(call -> call.outgoing() instanceof Outgoing.File).map(call -> call.text()).toList();
    }
}
