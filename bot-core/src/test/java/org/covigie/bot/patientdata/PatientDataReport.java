package org.covigie.bot.patientdata;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Prints how well the detector does. Not part of the build (its name does not end in Test):
 * {@code mvn -pl bot-core test -Dtest=PatientDataReport}, with {@code -Dpatientdata.texts=FILE.jsonl} for other texts
 * and {@code -Dpatientdata.errors=true} to see each error.
 */
class PatientDataReport {

    @Test
    void print() {
        System.out.println(report(System.getProperty("patientdata.texts"), Boolean.getBoolean("patientdata.errors")));
    }

    static String report(@org.jspecify.annotations.Nullable String file, boolean errors) {
        List<Labelled> texts = file == null
                ? Labelled.resource("texts-own-test.txt")
                : Labelled.jsonLines(Path.of(file));
        Scores scores = Scores.of(texts, Found.PATIENT_DATA::check);
        return scores.table() + (errors ? String.join("\n", scores.errors()) : "");
    }

    static void main(String[] arguments) {
        System.out.println(report(arguments.length > 0 && !arguments[0].equals("own") ? arguments[0] : null,
                arguments.length > 1));
    }
}
