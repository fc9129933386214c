package org.covigie.bot.privacy;

import java.util.List;
import java.util.Locale;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Quote;
import org.covigie.bot.commands.Texts;
import org.covigie.bot.people.PersonalData;
import org.covigie.bot.people.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is kept about a person as a file that people and programs can read: JSON in UTF-8, a list of facts, each with a key that
 * is the same in all languages, the sentence in the reader’s, and its values as strings, times in ISO-8601 UTC.
 */
@Component
class FactsFile {
    record Fact(String key, String sentence, List<String> values) {}

    private final Texts texts;
    private final JsonMapper json;

    FactsFile(Texts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    byte[] bytes(List<PersonalData.Datum> data, Locale language) {
        List<Fact> facts = data.stream().map(datum -> new Fact(datum.key(),
                texts.plain(datum.key(), language, datum.args().toArray()),
                datum.args().stream().map(value -> value(value, language)).toList())).toList();
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(facts);
    }

    private String value(Object value, Locale language) {
        return switch (value) {
            case Words words -> words.text();
            case Quote quote -> quote.words().text();
            case Enum<?> constant -> constant.name();
            case Line line -> texts.rich(line, language).text();
            default -> value.toString();
        };
    }
}
