package org.covigie.bot.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.covigie.bot.screening.Dismissals;
import org.covigie.bot.screening.Doubt;
import org.covigie.bot.screening.Screened;
import org.springframework.stereotype.Component;

/** What becomes of a draft when somebody says that what was found in it is no patient. */
@Component
class Clearing {
    private static final int MOST_LOOKS = 5;

    private final Dismissals dismissals;
    private final Tagging tagging;

    Clearing(Dismissals dismissals, Tagging tagging) {
        this.dismissals = dismissals;
        this.tagging = tagging;
    }

    /**
     * Its author says so: this draft shows the words again, where they are still there, and stays held until a correspondent
     * has read them.
     */
    void byAuthor(Signal.Draft draft) {
        for (int look = 0; look < MOST_LOOKS && !draft.row().doubts.isEmpty(); look++) {
            draft.vouched();
            again(draft.row()).ifPresent(draft::text);
        }
    }

    /** A correspondent says so: the group remembers it, and the hold goes unless something else was found. */
    void byCorrespondent(Signal.Draft draft) {
        SignalRow row = draft.row();
        // what was found may have covered something weaker, which one tap is meant for as well
        for (int look = 0; look < MOST_LOOKS; look++) {
            List<Doubt> doubts = new ArrayList<>(Findings.doubts(row.doubts));
            doubts.addAll(Findings.doubts(row.noteDoubts));
            doubts.addAll(Findings.doubts(row.vouched));
            dismissals.dismiss(row.groupId, doubts);
            draft.cleared();
            Optional<Screened> again = again(row);
            again.ifPresentOrElse(draft::text, draft::dismissed);
            if (again.isEmpty() || row.doubts.isEmpty()) {
                return;
            }
        }
    }

    /** A correspondent has read the draft as it stands: what its author said of it is remembered. */
    void read(Signal.Draft draft) {
        dismissals.dismiss(draft.row().groupId, Findings.doubts(draft.row().vouched));
    }

    /** What somebody has rewritten, or chosen a part of, is not what memory holds. */
    private Optional<Screened> again(SignalRow row) {
        return row.rewritten || row.quotedPart ? Optional.empty() : tagging.remembered(row);
    }
}
