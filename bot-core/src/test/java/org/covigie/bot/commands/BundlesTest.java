package org.covigie.bot.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundlesTest {
    private static final List<String> BUNDLES = List.of("messages", "messages_register", "messages_enrolment",
            "messages_polls", "messages_moderation", "messages_relay", "messages_companion", "messages_screening",
            "messages_synthesis", "messages_mail");
    private static final Pattern BUTTON = Pattern.compile("Choice\\.(?:command|link)\\(\\s*\"([^\"]+)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    @ParameterizedTest
    @FieldSource("BUNDLES")
    void bothLanguagesHaveTheSameKeysAndTheSameArguments(String bundle) throws IOException {
        Properties french = read(bundle + "_fr.properties");
        Properties english = read(bundle + "_en.properties");

        assertThat(new TreeSet<>(french.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (String key : french.stringPropertyNames()) {
            assertThat(arguments(french.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages_fr", "messages_en", "messages_register_fr", "messages_register_en",
            "messages_enrolment_fr",
            "messages_enrolment_en", "messages_polls_fr", "messages_polls_en", "messages_moderation_fr",
            "messages_moderation_en", "messages_relay_fr", "messages_relay_en", "messages_companion_fr",
            "messages_companion_en", "messages_screening_fr", "messages_screening_en", "messages_synthesis_fr",
            "messages_synthesis_en", "messages_mail_fr", "messages_mail_en"})
    void everySentenceCanBeSaidAndNoApostropheIsLost(String bundle) throws IOException {
        Properties words = read(bundle + ".properties");
        for (String key : words.stringPropertyNames()) {
            String text = words.getProperty(key);
            assertThat(text).as(key).doesNotContain("'");
            new MessageFormat(text, Locale.FRENCH);
        }
    }

    /** What a platform takes on a button; longer words would be cut (twilio.com/docs/content/twilio-quick-reply). */
    @Test
    void everyButtonFitsInTwentyCharacters() throws IOException {
        Properties words = new Properties();
        for (String bundle : BUNDLES) {
            for (String language : List.of("fr", "en")) {
                read(bundle + "_" + language + ".properties")
                        .forEach((key, text) -> words.put(key + " " + language, text));
            }
        }
        TreeSet<String> buttons = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                BUTTON.matcher(Files.readString(source)).results().forEach(found -> buttons.add(found.group(1)));
            }
        }

        assertThat(buttons).hasSizeGreaterThan(40);
        for (String button : buttons) {
            for (String language : List.of("fr", "en")) {
                String text = words.getProperty(button + " " + language);
                assertThat(text).as(button).isNotNull();
                // what is filled in, a name or a number, is cut by the channel where need be
                assertThat(text.replaceAll("\\{[^}]*}", "")).as(button + " " + language)
                        .hasSizeLessThanOrEqualTo(20);
            }
        }
    }

    private static TreeSet<String> arguments(String text) {
        TreeSet<String> found = new TreeSet<>();
        ARGUMENT.matcher(text).results().forEach(result -> found.add(result.group(1)));
        return found;
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                java.util.Objects.requireNonNull(BundlesTest.class.getResourceAsStream("/" + name)),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
