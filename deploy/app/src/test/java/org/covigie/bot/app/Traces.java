package org.covigie.bot.app;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks for words wherever they may have been left: as bytes, in every encoding that a database or a log may use. */
final class Traces {
    private static final List<Charset> ENCODINGS = List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1,
            StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private Traces() {}

    /** Which of the words stand somewhere in the files below this folder. */
    static Set<String> below(Path folder, List<String> words) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try {
                    found.addAll(in(Files.readAllBytes(file), words));
                } catch (NoSuchFileException e) {
                    // a database tidies while it is looked at
                }
            }
        }
        return found;
    }

    static Set<String> in(byte[] bytes, List<String> words) {
        // one char for each byte: a search in a string is far faster than one of our own
        String haystack = new String(bytes, StandardCharsets.ISO_8859_1);
        Set<String> found = new TreeSet<>();
        for (String word : words) {
            for (String spelling : spellings(word)) {
                if (haystack.contains(spelling)) {
                    found.add(word);
                }
            }
        }
        return found;
    }

    private static List<String> spellings(String word) {
        List<String> all = new ArrayList<>();
        for (String form : List.of(word, word.toLowerCase(Locale.ROOT))) {
            for (Charset encoding : ENCODINGS) {
                all.add(new String(form.getBytes(encoding), StandardCharsets.ISO_8859_1));
            }
        }
        return all;
    }
}
