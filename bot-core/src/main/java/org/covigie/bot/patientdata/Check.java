package org.covigie.bot.patientdata;

import java.util.List;

/**
 * The outcome of one check.
 *
 * @param decision what the surest finding asks for
 * @param findings from left to right, never overlapping
 * @param masked   the text with every finding replaced by its token, hints included; the very text when there is none.
 *                 Checking it again gives {@link Decision#CLEAR}
 */
public record Check(Decision decision, List<Finding> findings, String masked) {

    public Check {
        findings = List.copyOf(findings);
    }

    /** Without the text: what people wrote stays out of logs. */
    @Override
    public String toString() {
        return "Check[" + decision + ", " + findings.size() + " findings]";
    }
}
