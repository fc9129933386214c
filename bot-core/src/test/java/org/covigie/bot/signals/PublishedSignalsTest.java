package org.covigie.bot.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublishedSignalsTest {
    @ParameterizedTest
    @EnumSource(Database.class)
    void theirWordsAreFoundInAnyCaseAndWithoutAccents(Database database) {
        try (House house = House.on(database)) {
            Actor anna = house.person("Anna");
            Chat chat = house.group("Côte", anna);
            anna.says(chat, "/correspondant 1");
            anna.says(chat, "/consentir");
            String text = "Œdème APRÈS l’été : 100 % des cas, à_suivre";
            anna.replies(chat, anna.says(chat, text), "/p Noté par la sœur");
            Signals signals = house.get(Signals.class);
            assertThat(found(signals, "")).isEmpty();
            signals.publish(house.signal(chat).id(), null);
            house.settles();

            for (String words : List.of("", "  ", "oedeme", "ŒDÈME", "apres L'ETE", "été après", "100 %", "a_suivre",
                    "SOEUR note",
                    "cas,")) {
                assertThat(found(signals, words)).as(words).containsExactly(text);
            }
            for (String words : List.of("œdèmes", "oedeme absent", "aXsuivre", "%%", "'", "\\")) {
                assertThat(found(signals, words)).as(words).hasSize(words.equals("'") ? 1 : 0);
            }
            assertThat(signals.published("", Kind.SOLUTION, 0, 10).total()).isZero();
            assertThat(signals.published("oedeme", Kind.PROBLEM, 0, 10).total()).isEqualTo(1);
            assertThat(signals.after(new Signals.Wanted(null, null, null, null), null, 10)).hasSize(1);
            assertThat(signals.after(new Signals.Wanted(null, null, null, null), house.signal(chat), 10)).isEmpty();
        }
    }

    private static List<String> found(Signals signals, String words) {
        return signals.published(words, null, 0, 10).items().stream().map(SignalDocument::text).toList();
    }
}
