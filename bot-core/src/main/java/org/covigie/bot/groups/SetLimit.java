package org.covigie.bot.groups;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.springframework.stereotype.Component;

/** {@code /limite N}: the highest number of members; without a number it says how things stand. */
@Component
class SetLimit implements Command {
    private static final int LEAST = 2;
    /** As many people as the largest groups of any platform hold. */
    private static final int MOST = 200_000;

    private final Groups groups;
    private final Journal journal;

    SetLimit(Groups groups, Journal journal) {
        this.groups = groups;
        this.journal = journal;
    }

    @Override
    public String key() {
        return "limit";
    }

    @Override
    public List<String> words() {
        return List.of("limite", "limit");
    }

    @Override
    public Role needs() {
        return Role.ANIMATOR;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.GROUP, Spot.PRIVATE);
    }

    @Override
    public Answer run(Ask ask) {
        Group group = groups.find(ask.group().id()).orElseThrow();
        String typed = ask.args().strip();
        if (typed.isEmpty()) {
            return Answer.privately("groups.limit.state", group.taken(), group.limit());
        }
        if (!typed.matches("\\d{1,6}") || Integer.parseInt(typed) < LEAST || Integer.parseInt(typed) > MOST) {
            return Answer.privately("groups.limit.number", LEAST, MOST);
        }
        int now = Integer.parseInt(typed);
        int before = groups.limit(group.id(), now);
        if (before == now) {
            return Answer.privately("groups.limit.already", group.taken(), now);
        }
        journal.note(group.id(), "limit", ask.who().id(), null, before + " → " + now);
        return Answer.privately(now < group.taken() ? "groups.limit.below" : "groups.limit.set", before, now,
                group.taken());
    }
}
