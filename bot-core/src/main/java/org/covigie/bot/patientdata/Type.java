package org.covigie.bot.patientdata;

/** What kind of detail a finding is; the names are part of the public REST interface. */
public enum Type {
    /** Of a patient or a relative; the civility stays outside. */
    NAME("NOM"),
    /** Written out, from month and year on. */
    BIRTH_DATE("DATE DE NAISSANCE"),
    /** The day something happened to one person. */
    DATE("DATE"),
    /** A private telephone number. */
    PHONE("TÉL"),
    /** A private e-mail address. */
    EMAIL("MAIL"),
    /** Where somebody lives, down to the name of a village. */
    ADDRESS("ADRESSE"),
    /** French social-security number. */
    NIR("N° SÉCU"),
    /** Record, stay, patient or insurance number. */
    RECORD_ID("N° DOSSIER"),
    /** The age of one person, from 90 on. */
    AGE_OVER_89("90 ANS ET +"),
    /** Initials in place of a name. */
    INITIALS("INITIALES"),
    /** Number plate, handle, role in a village, press reference. */
    OTHER("DÉTAIL IDENTIFIANT");

    private final String mask;

    Type(String label) {
        this.mask = "[" + label + "]";
    }

    /** The token that takes the place of a finding: of fixed width per type, because a length is a clue. */
    String mask() {
        return mask;
    }
}
