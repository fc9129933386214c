package org.covigie.bot.load;

/**
 * Hands updates to the bot as Telegram does: at least once, in order within a chat, until they are accepted.
 *
 * <p>Accepted means: a later {@code getUpdates} offset has passed it (core.telegram.org/bots/api#getupdates), or the webhook
 * answered 2xx (core.telegram.org/bots/api#setwebhook).
 */
interface Feeder extends AutoCloseable {
    /** Puts it behind the others of its chat; it counts as handed over from now on. */
    void offer(Update update);

    @Override
    void close();
}
