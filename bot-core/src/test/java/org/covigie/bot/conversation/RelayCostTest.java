package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.covigie.bot.messaging.Price;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.api.Test;

/** A message to three others costs 3 × 0.10 and 0.10 for the one received. */
class RelayCostTest extends RelayConversation {
    private static final Map<Database, House> HOUSES = new ConcurrentHashMap<>();

    @Override
    House theHouse() {
        return HOUSES.computeIfAbsent(database, one -> {
            House costly = House.on(one, Map.of("covigie.relay.daily-limit", "5"));
            costly.channel().can(TestChannel.HOSTED);
            costly.channel().costs(new Price(new BigDecimal("0.10"), new BigDecimal("0.10"), "EUR",
                    LocalDate.of(2026, 10, 1), "tarif d’essai"));
            return costly;
        });
    }

    @Test
    void theStateOfTheGroupSaysWhatAMessageCostsAndWhatTheDayHas() {
        says(marc, "un");

        claire.writes("/groupe");

        assertThat(claire.heard()).contains("Un message coûte ici environ 0,40\u00a0€ : 3 copies à 0,10\u00a0€ et")
                .contains("prix du 1er octobre 2026, tarif d’essai")
                .contains("Dépensé aujourd’hui : 0,40\u00a0€ sur 5,00\u00a0€");
    }

    @Test
    void amountsAndDaysAreWrittenAsTheReaderWritesThem() {
        claire.writes("/langue en");

        claire.writes("/groupe");

        assertThat(claire.heard()).contains("A message costs about €0.40 here: 3 copies at €0.10")
                .contains("price of October 1, 2026").contains("of €5.00");
    }

    @Test
    void theAnimatorHearsOnceThatLittleIsLeftAndOnceThatNothingIs() {
        claire.writes("/plafond 1,2");
        assertThat(claire.heard()).contains("1,20\u00a0€ par jour au plus");
        says(marc, "un");
        says(marc, "deux");
        assertThat(warnings()).isEmpty();

        says(marc, "trois");
        assertThat(lea.heard()).endsWith("trois");
        assertThat(warnings()).singleElement().asString().contains("a coûté 1,20\u00a0€ aujourd’hui");

        says(marc, "quatre");
        says(marc, "cinq");
        says(julie, "six");
        assertThat(lea.heard()).endsWith("trois");
        assertThat(warnings()).hasSize(2).last().asString().contains("est atteint");
        assertThat(told(marc.allHeard())).hasSize(1);
        assertThat(told(julie.allHeard())).hasSize(1);
    }

    @Test
    void trap_5_theWarningComesWithTheMessageThatReachesFourFifthsOfTheLimit() {
        claire.writes("/plafond 2");
        says(marc, "un");
        says(marc, "deux");
        says(marc, "trois");
        assertThat(warnings()).as("three fifths").isEmpty();

        says(marc, "quatre");

        assertThat(warnings()).singleElement().asString().containsPattern("a coûté 1,60\\p{Z}€ aujourd’hui");
        assertThat(lea.heard()).as("and is passed on").endsWith("quatre");
    }

    @Test
    void trap_5_belowFourFifthsOfTheLimitNobodyIsWarned() {
        claire.writes("/plafond 2,1");
        List.of("un", "deux", "trois", "quatre").forEach(words -> says(marc, words));
        assertThat(warnings()).as("1.60 of 2.10 is 76 %").isEmpty();
    }

    @Test
    void theNextDayMessagesArePassedOnAgain() {
        claire.writes("/plafond 0,4");
        says(marc, "un");
        says(marc, "deux");
        assertThat(lea.heard()).endsWith("un");

        house.clock().advance(Duration.ofDays(1));
        lea.writes("/aide");
        says(marc, "trois");

        assertThat(lea.heard()).endsWith("trois");
    }

    @Test
    void noGroupAllowsItselfMoreThanTheOperatorDoes() {
        claire.writes("/plafond 6");
        assertThat(claire.heard()).contains("permet 5,00\u00a0€");
        claire.writes("/plafond beaucoup");
        assertThat(claire.heard()).contains("par exemple : /plafond 5");
        claire.writes("/plafond 2");
        claire.writes("/plafond non");
        assertThat(claire.heard()).contains("5,00\u00a0€ par jour au plus");
        marc.writes("/plafond 1");
        assertThat(marc.heard()).contains("réservée à l’animateur");
    }

    @Test
    void whoChangesTheLimitIsInTheJournal() {
        claire.writes("/plafond 1,5");
        claire.writes("/journal");
        assertThat(claire.heard()).contains("Claire a fixé à 1.50 EUR le plafond");

        claire.writes("/plafond non");
        claire.writes("/journal");
        assertThat(claire.heard()).contains("Claire a retiré le plafond");
    }

    @Test
    void wherePeopleAreMutedNothingIsPaidForThem() {
        lea.writes("/muet");
        says(marc, "un");

        claire.writes("/plafond");

        assertThat(claire.heard()).contains("0,30\u00a0€ dépensés aujourd’hui");
    }

    private List<String> warnings() {
        return claire.allHeard().stream().filter(text -> text.contains("/plafond le règle")).toList();
    }

    private static List<String> told(List<String> heard) {
        return heard.stream().filter(text -> text.contains("n’a pas été transmis : le plafond")).toList();
    }
}
