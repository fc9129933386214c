package org.covigie.bot.signals;

import java.util.List;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Recent;
import org.covigie.bot.screening.TakingDown;
import org.springframework.stereotype.Component;

/** {@code /signal} in reply to a message: it becomes a draft of kind WEAK_SIGNAL. */
@Component
class TagSignal extends TagCommand {
    TagSignal(Tagging tagging, Groups groups, Recent recent, Acknowledgement acknowledgement, Told told,
            TakingDown takingDown) {
        super(Kind.WEAK_SIGNAL, tagging, groups, recent, acknowledgement, told, takingDown);
    }

    @Override
    public String key() {
        return "signal";
    }

    @Override
    public List<String> words() {
        return List.of("signal", "weak", "f", "faible", "w");
    }
}
