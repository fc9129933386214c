package org.covigie.bot.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.covigie.bot.groups.Group;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.people.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What moderation keeps of a person: that somebody was put out of a group, and who decided it. */
@Component
@Order(15)
class ModerationData implements PersonalData {
    private final Removals removals;
    private final Groups groups;

    ModerationData(Removals removals, Groups groups) {
        this.removals = removals;
        this.groups = groups;
    }

    /** The columns that lead to a person. */
    @Override
    public Set<String> keeps() {
        return Set.of("removal.person_id", "removal.by_id");
    }

    @Override
    public List<Datum> export(long person) {
        List<Datum> data = new ArrayList<>();
        for (Removals.Removal removal : removals.of(person)) {
            data.add(new Datum("moderation.data.removed",
                    List.of(groups.find(removal.group()).map(Group::title).orElse("?"), removal.at())));
        }
        int decided = removals.decidedBy(person);
        if (decided > 0) {
            data.add(new Datum("moderation.data.decided", List.of(decided)));
        }
        return data;
    }

    @Override
    public void forget(long person) {
        removals.forget(person);
    }
}
