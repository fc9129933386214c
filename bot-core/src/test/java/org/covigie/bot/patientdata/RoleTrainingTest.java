package org.covigie.bot.patientdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
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
        List<String> measured = Stream.of("texts-own-test.txt", "texts-fresh-test.txt")
                .flatMap(name -> Labelled.resource(name).stream()).map(Labelled::text).toList();

        assertThat(Labelled.resource("texts-training.txt")).extracting(Labelled::text)
                .doesNotContainAnyElementsOf(measured.stream().filter(text -> text.length() > 40).toList());
    }
}
