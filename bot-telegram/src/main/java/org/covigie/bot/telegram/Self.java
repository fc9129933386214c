package org.covigie.bot.telegram;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who the bot is on Telegram; known once Telegram was asked. Thread-safe. */
final class Self {
    private final TelegramApi api;
    private volatile @Nullable String name;
    private volatile @Nullable Long id;

    Self(TelegramApi api) {
        this.api = api;
    }

    /** The bot's user name without the sign before it, or null when it is not known yet. */
    @Nullable
    String name() {
        return name;
    }

    /** The bot's own id, or null when it is not known yet. */
    @Nullable
    Long id() {
        return id;
    }

    /** Asks who the bot is (core.telegram.org/bots/api#getme). */
    Answer ask() {
        Answer answer = api.call(Call.of("getMe", Map.of()));
        if (answer instanceof Answer.Done done) {
            id = Fields.number(done.result(), "id");
            name = Fields.text(done.result(), "username");
        }
        return answer;
    }
}
