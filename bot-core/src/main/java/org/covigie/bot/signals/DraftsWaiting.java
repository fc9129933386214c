package org.covigie.bot.signals;

import org.covigie.bot.commands.Line;
import org.covigie.bot.groups.GroupFact;
import org.springframework.stereotype.Component;

/** How many drafts of a group wait, for {@code /groupe}. */
@Component
class DraftsWaiting implements GroupFact {
    private final SignalRows rows;

    DraftsWaiting(SignalRows rows) {
        this.rows = rows;
    }

    @Override
    public Line about(long group) {
        return Line.of("groups.state.drafts", rows.countByGroupIdAndStatus(group, Status.DRAFT));
    }
}
