package org.covigie.bot.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.covigie.bot.messaging.Menu;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class EveryCommandTest {
    @TestFactory
    Stream<DynamicTest> saysInBothLanguagesWhatItIsFor() {
        House house = House.shared(Database.H2);
        Texts texts = house.get(Texts.class);
        return house.get(Catalogue.class).all().stream().map(command -> DynamicTest.dynamicTest(command.key(), () -> {
            for (Locale language : Set.of(Locale.FRENCH, Locale.ENGLISH)) {
                assertThat(texts.plain("command." + command.key() + ".help", language)).hasSizeBetween(5, 120)
                        .endsWith(".");
                assertThat(texts.plain("command." + command.key() + ".usage", language)).hasSizeLessThan(30);
            }
            assertThat(command.words()).allMatch(word -> word.matches("[a-z0-9_]{1,32}"));
            assertThat(command.place()).isNotEmpty();
        }));
    }

    @TestFactory
    Stream<DynamicTest> standsInTheMenuOfItsPlace() {
        House house = House.shared(Database.H2);
        Menu menu = house.get(Menu.class);
        return Stream.of(Menu.Scope.values()).map(scope -> DynamicTest.dynamicTest(scope.name(), () -> {
            for (Locale language : Set.of(Locale.FRENCH, Locale.ENGLISH)) {
                assertThat(menu.entries(scope, language)).isNotEmpty().hasSizeLessThanOrEqualTo(100)
                        .allSatisfy(entry -> assertThat(entry.word()).matches("[a-z0-9_]{3,32}"))
                        .extracting(Menu.Entry::word).doesNotHaveDuplicates();
            }
        }));
    }
}
