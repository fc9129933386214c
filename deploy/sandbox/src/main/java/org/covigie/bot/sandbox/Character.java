package org.covigie.bot.sandbox;

import java.util.Optional;

/** Somebody of the story. The names are invented; professions and roles are keys that the page translates. */
enum Character {
    GAELLE("Gaëlle", "Le Brizec", "gaelle_lebrizec", "generalist", "animator"),
    JULIE("Julie", "Morvan", "julie_morvan", "pharmacist", "correspondent"),
    MARC("Marc", "Deniel", "marc_deniel", "generalist", "member"),
    INES("Inès", "Belkhir", "ines_belkhir", "nurse", "member"),
    YANN("Yann", "Troadec", "yann_troadec", "paediatrician", "member"),
    /** In no group yet. */
    CLAIRE("Claire", "Nédélec", "claire_nedelec", "midwife", "candidate");

    final String firstName;
    final String lastName;
    final String username;
    final String profession;
    final String role;

    Character(String firstName, String lastName, String username, String profession, String role) {
        this.firstName = firstName;
        this.lastName = lastName;
        this.username = username;
        this.profession = profession;
        this.role = role;
    }

    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** From the numbers that are set aside for fiction. */
    String phone() {
        return "+3363998%04d".formatted(1201 + ordinal());
    }

    static Optional<Character> of(String key) {
        return java.util.Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
