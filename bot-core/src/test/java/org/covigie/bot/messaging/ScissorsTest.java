package org.covigie.bot.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScissorsTest {
    @Test
    void a_text_that_fits_stays_whole() {
        assertThat(cut("exactly 10", 10)).containsExactly("exactly 10");
        assertThat(cut("", 10)).containsExactly("");
    }

    @Test
    void a_longer_one_is_cut_at_a_word() {
        assertThat(cut("one two three four", 10)).containsExactly("one two", "three four");
        assertThat(cut("one two\n\n three", 10)).containsExactly("one two", "three");
    }

    @Test
    void a_word_without_end_is_cut_anywhere_but_within_a_character() {
        assertThat(cut("abcdefghijkl", 5)).containsExactly("abcde", "fghij", "kl");
        assertThat(cut("abcd😷efgh", 5)).containsExactly("abcd", "😷efg", "h");
    }

    @Test
    void marks_follow_their_words_over_the_cut() {
        Rich rich = new Rich("one two three four", List.of(new Rich.Mark(Rich.Style.BOLD, 4, 9, null)));
        assertThat(Scissors.cut(rich, 10)).extracting(Rich::marks).containsExactly(
                List.of(new Rich.Mark(Rich.Style.BOLD, 4, 3, null)),
                List.of(new Rich.Mark(Rich.Style.BOLD, 0, 5, null)));
    }

    @Test
    void what_cannot_be_cut_is_shortened() {
        assertThat(Scissors.shorten(Rich.plain("one two three four"), 10).text()).isEqualTo("one two…");
    }

    private static List<String> cut(String text, int max) {
        return Scissors.cut(Rich.plain(text), max).stream().map(Rich::text).toList();
    }
}
