package org.covigie.bot.patientdata;

import java.util.ArrayList;
import java.util.List;

/**
 * Ends that only illnesses, findings, acts and treatments have (« -ectomie », « -pathie »): no list has all those words.
 * Asked for every word of every message, so the ends lie by their last two letters.
 */
final class Endings {

    private static final int SHORTEST_WORD = 7;
    private static final int LETTERS = 26;
    private static final List<List<String>> ENDS = byLastLetters(
            """
                    ectomie ectomies otomie otomies ostomie ostomies scopie scopies pathie pathies algie algies algique algiques
                    emie emies urie uries rragie rragies pnee plegie plegies phasie phagie trophie trophies plasie plasies mycose
                    mycoses arthrose arthroses stenose stenoses necrose necroses fibrose fibroses arthrite arthrites gastrite
                    gastrites nephrite nephrites nevrite nevrites metrite metrites retrite retrites patite patites matite matites
                    statite statites ngite ngites vulvite vulvites ulite ulites bursite bursites sinusite sinusites therapie
                    therapies ectomy oscopy opathy algia aemia itis plegia pnoea prophylaxie prophylaxies prophylaxis menopausal
                    menopausee logie logies logique logiques biotique biotiques graphie graphies metrie metries""");

    private static final List<String> ACTS = List.of("ectom", "otom", "ostom", "scop", "graphi", "therap", "logi",
            "biotiqu", "prophyla", "metri");

    private Endings() {}

    static boolean clinical(String folded) {
        int length = folded.length();
        if (length < SHORTEST_WORD) {
            return false;
        }
        int place = place(folded);
        if (place < 0) {
            return false;
        }
        for (String end : ENDS.get(place)) {
            if (folded.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    /** An illness or a finding rather than something that was done. */
    static boolean illness(String folded) {
        return clinical(folded) && ACTS.stream().noneMatch(folded::contains);
    }

    private static List<List<String>> byLastLetters(String ends) {
        var table = new ArrayList<List<String>>();
        for (int i = 0; i < LETTERS * LETTERS; i++) {
            table.add(new ArrayList<>());
        }
        for (String end : ends.split("\\s+")) {
            table.get(place(end)).add(end);
        }
        return table;
    }

    private static int place(String word) {
        int last = word.charAt(word.length() - 1) - 'a';
        int before = word.charAt(word.length() - 2) - 'a';
        return last < 0 || last >= LETTERS || before < 0 || before >= LETTERS ? -1 : last * LETTERS + before;
    }
}
