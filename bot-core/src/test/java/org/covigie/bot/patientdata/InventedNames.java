package org.covigie.bot.patientdata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** Draws names, numbers and addresses for training: known ones, ordinary words, and some that no list has. */
final class InventedNames {

    private static final String[] HEADS = {"Ker", "Gour", "Bou", "Cas", "Mont", "Del", "Ros", "Quil", "Tre", "Pou",
            "Lan", "Gue", "Ab", "Sala", "Vign", "Cour", "Bar", "Fou", "Mar", "Ja", "Pe", "Hou", "Za", "Dio", "Tra",
            "Wil", "Schn", "Ost", "Bre", "Lac"};
    private static final String[] MIDDLES = {"", "", "a", "i", "ou", "el", "an", "er", "o", "eni", "ali", "um", "ev"};
    private static final String[] TAILS = {"ric", "vec", "lou", "nard", "leau", "zon", "vier", "get", "nac", "gan",
            "tini", "lez", "wski", "dine", "gal", "cel", "bat", "roux", "ndé", "kou", "sson", "jean", "tte", "mbert"};
    private static final String[] LEADS = {"Le ", "El ", "Da ", "Ben ", "De ", "Van "};
    private static final String[] WAYS = {"rue", "avenue", "chemin", "impasse", "allée", "boulevard", "place",
            "résidence", "route", "lotissement"};
    private static final String[] OF = {"des Lilas", "du Moulin", "de la Fontaine", "Pasteur", "Jean Moulin",
            "des Acacias", "du Stade", "Victor Hugo", "de l'Église", "des Écoles", "du Lavoir", "des Vignes",
            "Gambetta", "de la Poste", "Saint-Jean", "des Marronniers", "du Puits", "Bel Air"};
    private static final String[] BOXES = {"gmail", "orange", "boite", "courriel", "laposte", "mail", "wanadoo",
            "inbox"};

    private final Random random;
    private final List<String> given;
    private final List<String> moreGiven;
    private final List<String> family;

    InventedNames(Random random) {
        this.random = random;
        this.given = words("first-names.txt");
        this.moreGiven = zipped("given-names.txt.gz").stream().filter(name -> Vocabulary.of(name) == Vocabulary.GIVEN)
                .toList();
        this.family = zipped("surnames.txt.gz").stream().filter(name -> name.length() > 3).toList();
    }

    String given() {
        String name = capital(pick(random.nextInt(4) == 0 ? moreGiven : given));
        return random.nextInt(10) == 0 ? name + "-" + capital(pick(given)) : name;
    }

    String family() {
        int kind = random.nextInt(10);
        if (kind < 4) {
            return capital(pick(family));
        }
        String name = HEADS[random.nextInt(HEADS.length)] + MIDDLES[random.nextInt(MIDDLES.length)]
                + TAILS[random.nextInt(TAILS.length)];
        return kind < 8 ? name : LEADS[random.nextInt(LEADS.length)] + name;
    }

    String both() {
        return given() + " " + family();
    }

    String reversed() {
        String family = family();
        return (random.nextBoolean() ? family.toUpperCase(Locale.ROOT) : family) + " " + given();
    }

    String number() {
        String separator = new String[]{" ", " ", "", ".", "-"}[random.nextInt(5)];
        var number = new StringBuilder(random.nextInt(6) == 0 ? "+33" : "0");
        number.append(new String[]{"6", "7", "1", "2", "3", "4", "5"}[random.nextInt(7)]);
        for (int i = 0; i < 4; i++) {
            number.append(separator).append(String.format(Locale.ROOT, "%02d", random.nextInt(100)));
        }
        return number.toString();
    }

    String box() {
        return Shadow.of(given()).folded() + "." + Shadow.of(family().replace(" ", "")).folded() + random.nextInt(99)
                + "@"
                + BOXES[random.nextInt(BOXES.length)] + ".example";
    }

    String address() {
        String way = WAYS[random.nextInt(WAYS.length)] + " " + OF[random.nextInt(OF.length)];
        return random.nextInt(5) == 0 ? way : 1 + random.nextInt(120) + " " + way;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static List<String> words(String name) {
        try (InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split("\\s+"))).filter(word -> word.length() > 2).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static List<String> zipped(String name) {
        var resource = Objects.requireNonNull(Lexicon.class.getResourceAsStream(name), name);
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(resource), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
