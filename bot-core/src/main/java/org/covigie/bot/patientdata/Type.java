package org.covigie.bot.patientdata;

/** What kind of detail a finding is; the names are part of the public REST interface. */
public enum Type {
    NAME("NOM"), BIRTH_DATE("DATE DE NAISSANCE"), DATE("DATE"), PHONE("TÉL"), EMAIL("MAIL"), ADDRESS("ADRESSE"), NIR(
            "N° SÉCU"),
    RECORD_ID(
            "N° DOSSIER"),
    AGE_OVER_89("90 ANS ET +"), INITIALS("INITIALES"), OTHER("DÉTAIL IDENTIFIANT");

    private final String mask;

    Type(String label) {
        this.mask = "[" + label + "]";
    }

    /** The token that takes the place of a finding: of fixed width per type, because a length is a clue. */
    String mask() {
        return mask;
    }
}
