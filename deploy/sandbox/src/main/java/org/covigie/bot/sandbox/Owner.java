package org.covigie.bot.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Somebody with a telephone. The names are invented; professions and roles are keys that the page translates. */
enum Owner {
    CLAIRE("Claire Le Goff", "generalist", "animator"),
    JULIE("Julie Morvan", "pharmacist", "correspondent"),
    MARC("Marc Deniel", "generalist", "member"),
    /** Hides her number behind a user name: the bot sees an id only. */
    LEA("Léa Kervella", "nurse", "member"),
    /** In no group yet. */
    PAUL("Paul Riou", "midwife", "candidate");

    final String fullName;
    final String profession;
    final String role;

    Owner(String fullName, String profession, String role) {
        this.fullName = fullName;
        this.profession = profession;
        this.role = role;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean hidesNumber() {
        return this == LEA;
    }

    /** From the numbers that are set aside for fiction; another one each time the story begins again. */
    String phone(int edition) {
        return "+3363998%04d".formatted(1300 + (edition * 10 + ordinal()) % 8000);
    }

    static Optional<Owner> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
