package org.covigie.bot.patientdata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Brand names and substances common in primary care; a list of facts written for this project. */
final class Drugs {

    private static final Set<String> NAMES = load();

    private Drugs() {}

    /** @param word folded */
    static boolean has(String word) {
        return NAMES.contains(word);
    }

    private static Set<String> load() {
        try (InputStream in = Objects.requireNonNull(Drugs.class.getResourceAsStream("drugs.txt"), "drugs.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(line -> line.replaceFirst("#.*", "").strip()).filter(line -> !line.isEmpty())
                    .flatMap(line -> Arrays.stream(line.split("\\s+"))).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
