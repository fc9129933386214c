package org.covigie.bot.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.covigie.bot.load.Flags.Flag;
import org.covigie.bot.load.Flags.Wrong;
import org.junit.jupiter.api.Test;

class FlagsTest {
    private static final List<Flag> KNOWN = List.of(new Flag("rate", "500", "per second"),
            new Flag("jar", null, "the jar"));

    @Test
    void what_is_not_given_keeps_its_preset() throws Wrong {
        assertThat(Flags.parse(KNOWN, List.of()).number("rate")).isEqualTo(500);
        assertThat(Flags.parse(KNOWN, List.of("--rate", "7")).number("rate")).isEqualTo(7);
        assertThat(Flags.parse(KNOWN, List.of()).optional("jar")).isNull();
    }

    @Test
    void a_mistake_is_told_in_a_sentence_that_names_the_option() {
        assertWrong("--speed", List.of("--speed", "1"));
        assertWrong("--rate", List.of("--rate"));
        assertWrong("--rate", List.of("--rate", "fast"));
        assertWrong("--rate", List.of("--rate", "-1"));
        assertWrong("--rate", List.of("--rate", "NaN"));
    }

    @Test
    void a_choice_takes_only_what_is_allowed() throws Wrong {
        Flags flags = Flags.parse(List.of(new Flag("db", "h2,postgres", "")), List.of());

        assertThat(flags.choice("db", "h2", "postgres")).containsExactly("h2", "postgres");
        assertThatExceptionOfType(Wrong.class).isThrownBy(() -> flags.choice("db", "h2"));
    }

    private static void assertWrong(String named, List<String> arguments) {
        assertThatExceptionOfType(Wrong.class).isThrownBy(() -> Flags.parse(KNOWN, arguments).number("rate"))
                .withMessageContaining(named);
    }
}
