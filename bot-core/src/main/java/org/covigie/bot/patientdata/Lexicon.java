package org.covigie.bot.patientdata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The word lists beside this class, one file per constant, in lower case without accents, words apart by white space,
 * {@code #} to the end of a line is a comment. Written for this project.
 */
enum Lexicon {
    /** Common first names of many origins. */
    FIRST_NAMES,
    /** Symptoms, acts and care words: somebody is being cared for. */
    CLINICAL {
        @Override
        boolean has(String folded) {
            return super.has(folded) || Endings.clinical(folded);
        }
    },
    /** Professions, services and places of work: the detail next to it belongs to the trade. */
    PROFESSIONAL,
    /** Relatives and persons cared for: the detail next to it belongs to a patient. */
    PATIENT,
    /** What is said of somebody cared for: « … ne mange plus ». */
    PATIENT_ACTS,
    /** What is said of somebody who works here: « … reprend la tournée ». */
    COLLEAGUE_ACTS,
    /** Who holds one in a small place is known to everybody there. */
    ROLES,
    /** Words that are never a name, whatever their case. */
    GRAMMAR,
    /** Words that are no name when written in lower case. */
    COMMON,
    /** Eponyms, brands, acronyms and organisations: a capital letter, yet nobody. */
    NOBODY;

    private final Set<String> words = load();

    boolean has(String folded) {
        return words.contains(folded);
    }

    private Set<String> load() {
        String name = name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
        try (InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(line -> line.replaceFirst("#.*", "").strip()).filter(line -> !line.isEmpty())
                    .flatMap(line -> Arrays.stream(line.split("\\s+"))).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
