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
        List<String> measured = Labelled.resource(PatientDataReport.HELD_OUT).stream().map(Labelled::text).toList();

        assertThat(TrainingTexts.BY_HAND.stream().flatMap(name -> Labelled.resource(name).stream()))
                .extracting(Labelled::text).doesNotContainAnyElementsOf(measured);
    }
}
