package org.covigie.bot.platform;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.covigie.bot.people.Profession;
import org.covigie.bot.people.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The register's words in one language. */
final class RegisterWords {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<Locale> SPOKEN = List.of(Locale.FRENCH, Locale.ENGLISH);

    private final MessageSource messages;
    private final Locale locale;

    RegisterWords(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /**
     * The language somebody wants: the one asked for in the address, else the browser's best of ours, else French.
     *
     * @param wanted   {@code fr}, {@code en}, or anything else for none
     * @param accepted the header {@code Accept-Language}
     */
    static Locale language(@Nullable String wanted, @Nullable String accepted) {
        for (Locale spoken : SPOKEN) {
            if (spoken.getLanguage().equals(wanted)) {
                return spoken;
            }
        }
        try {
            Locale best = accepted == null ? null : Locale.lookup(Locale.LanguageRange.parse(accepted), SPOKEN);
            return best == null ? Locale.FRENCH : best;
        } catch (IllegalArgumentException e) {
            return Locale.FRENCH;
        }
    }

    public String language() {
        return locale.getLanguage();
    }

    /** The words of this key, which begins with {@code register.} in the bundle. */
    public String of(String key, Object... arguments) {
        return messages.getMessage("register." + key, arguments, locale);
    }

    /** A profession as people call it; what is no key of one stays as it is. */
    public String profession(String key) {
        return Profession.of(key).map(this::profession).orElse(key);
    }

    /** A profession as people call it. */
    public String profession(Profession profession) {
        return messages.getMessage("Profession." + profession.name(), null, locale);
    }

    public String region(Region region) {
        return messages.getMessage("Region." + region.name(), null, locale);
    }

    public String day(Instant time) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).withZone(PARIS).format(time);
    }
}
