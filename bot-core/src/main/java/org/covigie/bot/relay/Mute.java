package org.covigie.bot.relay;

import java.util.List;
import org.covigie.bot.commands.Line;
import org.covigie.bot.groups.Groups;
import org.springframework.stereotype.Component;

/** {@code /muet}: nothing of what the others write, until it is taken back. */
@Component
class Mute extends ModeCommand {
    Mute(Groups groups, Modes modes, WaitingCopies waiting) {
        super(groups, modes, waiting, Mode.MUTED);
    }

    @Override
    public String key() {
        return "mute";
    }

    @Override
    public List<String> words() {
        return List.of("muet", "mute");
    }

    @Override
    Line said(Mode now, String title) {
        return Line.of(now == Mode.MUTED ? "relay.mute.on" : "relay.mode.all", title);
    }
}
