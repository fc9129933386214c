package org.covigie.bot.relay;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import org.covigie.bot.commands.Line;
import org.covigie.bot.groups.Groups;
import org.springframework.stereotype.Component;

/** {@code /digest}: what the others write comes together, at the hours of the digest. */
@Component
class Digest extends ModeCommand {
    private final RelaySettings settings;

    Digest(Groups groups, Modes modes, WaitingCopies waiting, RelaySettings settings) {
        super(groups, modes, waiting, Mode.DIGEST);
        this.settings = settings;
    }

    @Override
    public String key() {
        return "digest";
    }

    @Override
    public List<String> words() {
        return List.of("digest");
    }

    @Override
    Line said(Mode now, String title) {
        String hours = settings.digests().stream().map(LocalTime::toString).collect(Collectors.joining(", "));
        return now == Mode.DIGEST ? Line.of("relay.digest.on", title, hours) : Line.of("relay.mode.all", title);
    }
}
