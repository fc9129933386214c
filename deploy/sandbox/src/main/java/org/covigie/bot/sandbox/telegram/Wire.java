package org.covigie.bot.sandbox.telegram;

import java.util.List;

/** What only tests do with the stand-in: the calls it got, and its queue. Thread-safe. */
public final class Wire {

    private final Engine engine;

    Wire(Engine engine) {
        this.engine = engine;
    }

    /** Calls the bot made (without getUpdates), oldest first, at most 2,000. */
    public List<BotCall> calls() {
        return engine.read(() -> List.copyOf(engine.calls));
    }

    /** As after an idle week, when Telegram chooses the next update id anew: core.telegram.org/bots/api#update. */
    public void restartUpdateIdsAt(long id) {
        engine.change(() -> engine.state.nextUpdateId = id);
    }

    /** Puts a raw update into the queue: for what this stand-in does not model. */
    public void rawUpdate(String kind, String json) {
        engine.change(() -> {
            engine.offer(kind, "raw", Json.MAPPER.readTree(json));
            return true;
        });
    }

    public void rates(boolean on) {
        engine.rates.on(on);
    }
}
