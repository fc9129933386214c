package org.covigie.bot.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The French regions with their <em>départements</em>, by the codes of the official geographic code (INSEE, insee.fr,
 * <em>Code officiel géographique</em>). The overseas collectivities count as one region.
 */
public enum Region {
    AUVERGNE_RHONE_ALPES("01", "03", "07", "15", "26", "38", "42", "43", "63", "69", "73",
            "74"),
    BOURGOGNE_FRANCHE_COMTE("21", "25", "39", "58", "70", "71", "89", "90"), BRETAGNE("22", "29", "35",
            "56"),
    CENTRE_VAL_DE_LOIRE("18", "28", "36", "37", "41", "45"), CORSE("2A", "2B"), GRAND_EST("08",
            "10", "51", "52", "54", "55", "57", "67", "68", "88"),
    HAUTS_DE_FRANCE("02", "59", "60",
            "62", "80"),
    ILE_DE_FRANCE("75", "77", "78", "91", "92", "93", "94",
            "95"),
    NORMANDIE("14", "27", "50", "61", "76"), NOUVELLE_AQUITAINE("16",
            "17", "19", "23", "24", "33", "40", "47", "64", "79", "86",
            "87"),
    OCCITANIE("09", "11", "12", "30", "31", "32", "34", "46",
            "48", "65", "66", "81", "82"),
    PAYS_DE_LA_LOIRE("44", "49",
            "53", "72", "85"),
    PROVENCE_ALPES_COTE_D_AZUR("04",
            "05", "06", "13", "83",
            "84"),
    OUTRE_MER("971", "972", "973", "974",
            "975", "976", "977", "978", "986",
            "987", "988");

    private final List<String> departments;

    Region(String... departments) {
        this.departments = List.of(departments);
    }

    /** Codes of two characters, of three overseas. */
    public List<String> departments() {
        return departments;
    }

    /** The code somebody typed as a <em>département</em>, in its official spelling ({@code 1} and {@code 2a} are read too). */
    public static Optional<String> department(String typed) {
        String bare = typed.strip().toUpperCase(Locale.ROOT);
        String code = bare.matches("\\d") ? "0" + bare : bare;
        return Arrays.stream(values()).flatMap(region -> region.departments.stream()).filter(code::equals).findFirst();
    }

    /** The region with this name of a constant. */
    public static Optional<Region> of(String name) {
        return Arrays.stream(values()).filter(region -> region.name().equals(name)).findFirst();
    }
}
