package org.covigie.bot.commands;

import java.util.Locale;
import java.util.Optional;
import org.covigie.bot.people.Person;
import org.jspecify.annotations.Nullable;

/** Which language decides the words: the one the person chose, else the one their application speaks, else the group's. */
public final class Languages {
    private Languages() {}

    public static Locale of(@Nullable Person person, @Nullable String application, @Nullable GroupInfo group) {
        if (person != null && person.language() != null) {
            return person.language();
        }
        return known(application).orElseGet(() -> group == null ? Locale.FRENCH : group.language());
    }

    /** French or English, if this names one of them. */
    public static Optional<Locale> known(@Nullable String language) {
        if (language == null || language.length() < 2) {
            return Optional.empty();
        }
        return switch (language.substring(0, 2).toLowerCase(Locale.ROOT)) {
            case "fr" -> Optional.of(Locale.FRENCH);
            case "en" -> Optional.of(Locale.ENGLISH);
            default -> Optional.empty();
        };
    }
}
