package org.covigie.bot.relay;

import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;

/** A member chooses how to take what the others write; the same word again, or {@code non}, ends it. */
abstract class ModeCommand implements Command {
    private static final Set<String> NO = Set.of("non", "no", "off", "stop", "-");

    private final Groups groups;
    private final Modes modes;
    private final WaitingCopies waiting;
    private final Mode mode;

    ModeCommand(Groups groups, Modes modes, WaitingCopies waiting, Mode mode) {
        this.waiting = waiting;
        this.groups = groups;
        this.modes = modes;
        this.mode = mode;
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.GROUP, Spot.PRIVATE);
    }

    @Override
    public boolean hosted() {
        return true;
    }

    @Override
    public Answer run(Ask ask) {
        long group = ask.group().id();
        if (groups.find(group).filter(g -> g.hosting() == Hosting.RELAYED).isEmpty()) {
            return Answer.privately("relay.only");
        }
        boolean ends = NO.contains(ask.args().strip().toLowerCase(java.util.Locale.ROOT))
                || ask.args().isBlank() && modes.of(group, ask.who().id()) == mode;
        Mode now = ends ? Mode.ALL : mode;
        modes.choose(group, ask.who().id(), now);
        if (now == Mode.MUTED) {
            waiting.drop(group, ask.who().id());
        }
        return Answer.privately(said(now, ask.group().title()));
    }

    /** What holds from now on, and how to end it. */
    abstract Line said(Mode now, String title);
}
