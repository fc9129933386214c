package org.covigie.bot.signals;

import java.util.Optional;
import org.covigie.bot.screening.Dismissals;
import org.covigie.bot.screening.Screened;
import org.springframework.stereotype.Component;

/** What becomes of a draft when somebody says that what was found in it is no patient. */
@Component
class Clearing {
    private final Dismissals dismissals;
    private final Tagging tagging;

    Clearing(Dismissals dismissals, Tagging tagging) {
        this.dismissals = dismissals;
        this.tagging = tagging;
    }

    /** @return whether the author's own words were still there to be looked at again; else what is masked stays masked */
    boolean clear(Signal.Draft draft) {
        SignalRow row = draft.row();
        dismissals.dismiss(row.groupId, Findings.doubts(row.doubts));
        // what somebody has rewritten, or chosen a part of, is not what memory holds
        Optional<Screened> again = row.rewritten || row.quotedPart ? Optional.empty() : tagging.remembered(row);
        again.ifPresentOrElse(draft::text, draft::dismissed);
        return again.isPresent();
    }
}
