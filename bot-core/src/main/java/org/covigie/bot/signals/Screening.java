package org.covigie.bot.signals;

import java.util.ArrayList;
import java.util.List;
import org.covigie.bot.patientdata.Check;
import org.covigie.bot.patientdata.Decision;
import org.covigie.bot.patientdata.Finding;
import org.covigie.bot.patientdata.PatientData;
import org.covigie.bot.patientdata.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs the patient-data check over what is about to be stored, and turns its findings into places in the masked text. */
@Component
class Screening {
    private final PatientData patientData;

    Screening(PatientData patientData) {
        this.patientData = patientData;
    }

    /**
     * What may be stored.
     *
     * @param text     the text with every finding replaced
     * @param note     the note likewise
     * @param held     whether something was found that holds the draft back
     * @param findings where the replacements stand in {@code text}
     */
    record Screened(String text, @Nullable String note, boolean held, List<MaskedFinding> findings) {}

    Screened screen(String text, @Nullable String note) {
        Check check = patientData.check(text.replace("\0", ""));
        Check ofNote = note == null ? null : patientData.check(note.replace("\0", ""));
        boolean held = check.decision() != Decision.CLEAR || (ofNote != null && ofNote.decision() != Decision.CLEAR);
        return new Screened(check.masked(), ofNote == null ? null : ofNote.masked(), held, places(check));
    }

    private static List<MaskedFinding> places(Check check) {
        List<MaskedFinding> places = new ArrayList<>();
        int original = 0;
        int at = 0;
        for (Finding finding : check.findings()) {
            if (finding.start() < original) {
                continue; // lies within the one before
            }
            at += finding.start() - original;
            int end = Math.min(check.masked().length(), Math.max(at, check.masked().indexOf(']', at) + 1));
            places.add(new MaskedFinding(finding.type(), at, end));
            at = end;
            original = finding.end();
        }
        return places;
    }

    /** Findings as they lie in the database: {@code TYPE start end}, separated by commas. */
    static String write(List<MaskedFinding> findings) {
        return String.join(",", findings.stream().map(f -> f.type() + " " + f.start() + " " + f.end()).toList());
    }

    static List<MaskedFinding> read(String findings) {
        List<MaskedFinding> read = new ArrayList<>();
        for (String finding : findings.isEmpty() ? new String[0] : findings.split(",", -1)) {
            String[] parts = finding.split(" ", -1);
            read.add(new MaskedFinding(Type.valueOf(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
        }
        return read;
    }
}
