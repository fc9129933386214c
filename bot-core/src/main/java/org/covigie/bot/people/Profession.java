package org.covigie.bot.people;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The professions of first-line care; how they are named to people stands in the bundles. */
public enum Profession {
    PHYSICIAN("medecin", "docteur", "physician", "doctor"), PHARMACIST("pharmacien", "pharmacienne", "pharmacist"),
    NURSE(
            "infirmier", "infirmiere", "ide", "nurse"),
    MIDWIFE("sagefemme", "maieuticien", "midwife"), PHYSIOTHERAPIST(
            "kine", "kinesitherapeute", "masseurkinesitherapeute", "physiotherapist"),
    DENTIST("dentiste",
            "chirurgiendentiste", "dentist"),
    SPEECH_THERAPIST("orthophoniste",
            "speechtherapist"),
    PODIATRIST("podologue", "pedicurepodologue",
            "podiatrist"),
    PSYCHOLOGIST("psychologue", "psychologist"), CARE_ASSISTANT(
            "aidesoignant", "aidesoignante", "auxiliairedevie",
            "careassistant"),
    MEDICAL_SECRETARY("secretaire",
            "secretairemedicale", "secretairemedical",
            "medicalsecretary"),
    LABORATORY("laboratoire", "biologiste",
            "laboratory"),
    STUDENT("etudiant", "etudiante",
            "interne", "student"),
    OTHER("autre",
            "other");

    private final List<String> words;

    Profession(String... words) {
        this.words = List.of(words);
    }

    /** The profession somebody named in a word or two, with or without accents, in the singular or plural. */
    public static Optional<Profession> named(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "");
        String one = folded.length() > 3 && folded.endsWith("s") ? folded.substring(0, folded.length() - 1) : folded;
        return Arrays.stream(values()).filter(p -> p.words.contains(folded) || p.words.contains(one)).findFirst();
    }

    /** The profession with this key, as it is kept of a person. */
    public static Optional<Profession> of(String key) {
        return Arrays.stream(values()).filter(p -> p.name().equals(key)).findFirst();
    }
}
