package org.covigie.bot.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.covigie.bot.patientdata.GroupContext;
import org.covigie.bot.patientdata.PatientData;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private final PatientData check = new PatientData();
    private final Phrases phrases = new Phrases(new Random(11));

    @Test
    void the_word_of_a_text_outlives_the_check_whatever_its_author_wrote_just_before() {
        for (int number = 0; number < 3_000; number++) {
            String before = phrases.about(Phrases.thread(number + 10_000));
            String earlier = phrases.about(Phrases.thread(number + 20_000));

            String kept = check
                    .check(List.of(earlier, before), phrases.about(Phrases.thread(number)), GroupContext.NONE)
                    .check().masked();

            assertThat(Phrases.threadOf(kept)).as("%s | %s", before, kept).isEqualTo(Phrases.thread(number));
        }
    }

    @Test
    void a_text_without_a_word_has_none() {
        assertThat(Phrases.threadOf("Vu.")).isEmpty();
    }
}
