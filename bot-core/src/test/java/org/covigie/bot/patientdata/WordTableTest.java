package org.covigie.bot.patientdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordTableTest {

    @Test
    void knowsWhatIsInTheListAndNothingElse() {
        WordTable communes = WordTable.load("communes.txt.gz");

        assertThat(communes.get("toulouse")).isEqualTo(2);
        assertThat(communes.get("rennes")).isEqualTo(2);
        assertThat(communes.has("nulleville")).isFalse();
        assertThat(communes.has("")).isFalse();
    }

    @Test
    void tellsNamesFromWords() {
        assertThat(Vocabulary.of("josette")).isEqualTo(Vocabulary.GIVEN);
        assertThat(Vocabulary.of("ordinateur")).isEqualTo(Vocabulary.WORD);
        assertThat(Vocabulary.of("kerbrenac")).isEqualTo(Vocabulary.UNKNOWN);
        assertThat(Vocabulary.of("xarelto")).isEqualTo(Vocabulary.NOBODY);
    }
}
