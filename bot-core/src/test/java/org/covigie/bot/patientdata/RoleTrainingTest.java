package org.covigie.bot.patientdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoleTrainingTest {

    @Test
    void theSameTextsGiveTheWeightsThatAreShipped() throws IOException {
        List<String> trained = RoleTraining.resource();
        if (Boolean.getBoolean("patientdata.train")) {
            Files.writeString(RoleTraining.RESOURCE, String.join("\n", trained) + "\n");
        }

        assertThat(Files.readAllLines(RoleTraining.RESOURCE)).isEqualTo(trained);
    }

    @Test
    void noTextServesBothToTrainAndToMeasure() {
        List<String> measured = Labelled.resource("texts-own-test.txt").stream().map(Labelled::text).toList();

        assertThat(Labelled.resource("texts-training.txt")).extracting(Labelled::text)
                .doesNotContainAnyElementsOf(measured.stream().filter(text -> text.length() > 40).toList());
    }
}
