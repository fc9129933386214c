package org.covigie.bot.patientdata;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What the tests ask of the detector, on a day that does not move. */
final class Found {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-20T10:00:00Z"));
    static final PatientData PATIENT_DATA = new PatientData(CLOCK);

    private Found() {}

    static List<String> in(String text, Type type) {
        return PATIENT_DATA.check(text).findings().stream().filter(finding -> finding.type() == type)
                .map(finding -> text.substring(finding.start(), finding.end())).toList();
    }

    static Decision decision(String text) {
        return PATIENT_DATA.check(text).decision();
    }
}
