package org.covigie.bot.patientdata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A large list of folded words in four bytes a word: fingerprints instead of strings. A word that is not in the list is
 * taken for one of it about once in two hundred million times, which no decision here would notice.
 */
final class WordTable {

    /** What {@link #get} says of a word that is not in the list. */
    static final int ABSENT = -1;

    private final int[] slots;
    private final int mask;

    private WordTable(List<String> lines) {
        int size = Integer.highestOneBit(Math.max(4, lines.size())) << 2;
        this.slots = new int[size];
        this.mask = size - 1;
        for (String line : lines) {
            int tab = line.indexOf('\t');
            String word = tab < 0 ? line : line.substring(0, tab);
            put(word, tab < 0 ? 0 : line.charAt(tab + 1) - '0');
        }
    }

    /** A gzip file beside this class, one word a line; after a tab a digit from 0 to 3 may follow. */
    static WordTable load(String name) {
        var resource = Objects.requireNonNull(WordTable.class.getResourceAsStream(name), name);
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(resource), StandardCharsets.UTF_8))) {
            return new WordTable(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    boolean has(String word) {
        return get(word) != ABSENT;
    }

    /** The digit of the word, 0 when it has none, {@link #ABSENT} when the list has no such word. */
    int get(String word) {
        long hash = hash(word);
        int print = print(hash);
        for (int at = (int) hash & mask; slots[at] != 0; at = at + 1 & mask) {
            if ((slots[at] & ~3) == print) {
                return slots[at] & 3;
            }
        }
        return ABSENT;
    }

    private void put(String word, int value) {
        long hash = hash(word);
        int at = (int) hash & mask;
        while (slots[at] != 0) {
            at = at + 1 & mask;
        }
        slots[at] = print(hash) | value & 3;
    }

    /** Never zero, its two lowest bits free. */
    private static int print(long hash) {
        return (int) (hash >>> 32) & ~3 | 4;
    }

    private static long hash(String word) {
        long hash = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0xD6E8FEB86659FD93L;
            hash ^= hash >>> 29;
        }
        return hash ^ hash >>> 31;
    }
}
