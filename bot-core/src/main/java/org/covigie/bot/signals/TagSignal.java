package org.covigie.bot.signals;

import java.util.List;
import org.springframework.stereotype.Component;

/** {@code /signal} in reply to a message: it becomes a draft of kind WEAK_SIGNAL. */
@Component
class TagSignal extends TagCommand {
    TagSignal(Tags tags) {
        super(Kind.WEAK_SIGNAL, tags);
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
