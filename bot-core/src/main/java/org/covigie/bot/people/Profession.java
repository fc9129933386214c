package org.covigie.bot.people;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The professions of first-line care; how they are named to people stands in the bundles. */
public enum Profession {
    PHYSICIAN("medecin", "docteur", "generaliste", "physician", "doctor", "gp"),
    PHARMACIST("pharmacien", "pharmacienne", "pharmacist"),
    NURSE("infirmier", "infirmiere", "ide", "idel", "nurse"),
    MIDWIFE("sagefemme", "maieuticien", "midwife"),
    PHYSIOTHERAPIST("kine", "kinesitherapeute", "masseurkinesitherapeute", "physiotherapist"),
    DENTIST("dentiste", "chirurgiendentiste", "dentist"),
    SPEECH_THERAPIST("orthophoniste", "speechtherapist"),
    PODIATRIST("podologue", "pedicurepodologue", "podiatrist"),
    PSYCHOLOGIST("psychologue", "psychologist"),
    CARE_ASSISTANT("aidesoignant", "aidesoignante", "auxiliairedevie", "careassistant"),
    MEDICAL_SECRETARY("secretaire", "secretairemedicale", "secretairemedical", "medicalsecretary"),
    LABORATORY("laboratoire", "biologiste", "laboratory"),
    STUDENT("etudiant", "etudiante", "interne", "externe", "student"),
    OTHER("autre", "other");

    /** What people add to a profession's name; anything else makes it a sentence and no answer. */
    private static final Set<String> QUALIFIERS = Set.of("generaliste", "liberal", "liberale", "officine",
            "hospitalier",
            "hospitaliere", "famille", "ville", "medecine", "generale", "retraite", "retraitee", "remplacant",
            "remplacante", "adjoint", "adjointe", "coordinateur", "coordinatrice", "scolaire", "puericulteur",
            "puericultrice", "medical", "medicale", "sante", "publique", "family", "general", "practice", "community",
            "retired", "locum", "d", "de", "en", "la", "in");

    private static final int MOST_WORDS = 6;

    private final List<String> words;

    Profession(String... words) {
        this.words = List.of(words);
    }

    /**
     * The profession somebody named, with or without accents, in the singular or plural, alone or with what is usually said
     * with it: « médecin généraliste », « infirmière libérale », « pharmacien d’officine ».
     */
    public static Optional<Profession> named(String text) {
        String[] typed = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "").strip().split("[^a-z]+", MOST_WORDS + 1);
        for (int words = Math.min(typed.length, MOST_WORDS); words > 0; words--) {
            String name = String.join("", Arrays.asList(typed).subList(0, words));
            boolean onlyQualified = Arrays.stream(typed, words, typed.length).filter(word -> !word.isEmpty())
                    .allMatch(QUALIFIERS::contains);
            Optional<Profession> found = onlyQualified ? called(name) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Profession> called(String name) {
        String one = name.length() > 3 && name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        return Arrays.stream(values()).filter(p -> p.words.contains(name) || p.words.contains(one)).findFirst();
    }

    /** The profession with this key, as it is kept of a person. */
    public static Optional<Profession> of(String key) {
        return Arrays.stream(values()).filter(p -> p.name().equals(key)).findFirst();
    }
}
