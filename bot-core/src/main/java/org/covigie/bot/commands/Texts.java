package org.covigie.bot.commands;

import java.text.AttributedCharacterIterator;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.covigie.bot.messaging.Rich;
import org.covigie.bot.messaging.Rich.Mark;
import org.covigie.bot.messaging.Rich.Style;
import org.covigie.bot.people.Words;
import org.covigie.bot.settings.HouseSettings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns keys into sentences of a language. What people wrote is put in as it is, quotations with a mark beside the text. */
@Component
public class Texts {
    private final MessageSource bundles;
    private final ZoneId zone;

    Texts(MessageSource bundles, HouseSettings settings) {
        this.bundles = bundles;
        this.zone = settings.zone();
    }

    /** The parts of a line, one below the other. */
    public Rich rich(Line line, Locale language) {
        StringBuilder text = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        for (Line.Part part : line.parts()) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            append(part.key(), part.args(), language, text, marks);
        }
        return new Rich(text.toString(), List.copyOf(marks));
    }

    /** Whether there is a sentence under this key. */
    public boolean has(String key) {
        return bundles.getMessage(key, null, null, Locale.FRENCH) != null;
    }

    /** One sentence without marks. */
    public String plain(String key, Locale language, Object... args) {
        return plain(key, List.of(args), language);
    }

    String plain(String key, List<Object> args, Locale language) {
        StringBuilder text = new StringBuilder();
        append(key, args, language, text, new ArrayList<>());
        return text.toString();
    }

    private void append(String key, List<Object> args, Locale language, StringBuilder text, List<Mark> marks) {
        MessageFormat format = new MessageFormat(bundles.getMessage(key, null, language), language);
        Object[] values = args.stream().map(arg -> value(arg, language)).toArray();
        AttributedCharacterIterator letters = format.formatToCharacterIterator(values);
        int base = text.length();
        int at = 0;
        for (char c = letters.first(); letters.getIndex() < letters.getEndIndex(); c = letters.next()) {
            if (letters.getIndex() == letters.getRunStart(MessageFormat.Field.ARGUMENT)
                    && letters.getAttribute(MessageFormat.Field.ARGUMENT) instanceof Integer index
                    && args.get(index) instanceof Quote quote && !quote.words().isEmpty()) {
                int length = letters.getRunLimit(MessageFormat.Field.ARGUMENT) - letters.getIndex();
                marks.add(new Mark(Style.QUOTE, base + at, length, null));
            }
            text.append(c);
            at++;
        }
    }

    private Object value(Object arg, Locale language) {
        return switch (arg) {
            case Line line -> rich(line, language).text();
            case Command command -> "/" + MenuOfCommands.word(command, language);
            case Quote quote -> quote.words().text();
            case Words words -> words.text();
            case Enum<?> constant -> bundles.getMessage(
                    constant.getDeclaringClass().getSimpleName() + "." + constant.name(), null, language);
            case Instant instant -> DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(language).format(instant.atZone(zone));
            case LocalDate day -> day(day, language);
            case Money money -> money.in(language);
            case Duration duration -> age(duration, language);
            default -> arg;
        };
    }

    /** French counts the first of a month: « 1er octobre », which the locale data leave out. */
    private static String day(LocalDate day, Locale language) {
        String written = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language).format(day);
        return day.getDayOfMonth() == 1 && language.getLanguage().equals("fr")
                ? written.replaceFirst("^1 ", "1er ")
                : written;
    }

    private String age(Duration age, Locale language) {
        if (age.toMinutes() < 60) {
            return plain("age.minutes", language, Math.max(1, age.toMinutes()));
        }
        return age.toHours() < 48
                ? plain("age.hours", language, age.toHours())
                : plain("age.days", language, age.toDays());
    }
}
