package org.covigie.bot.messaging;

/** A way to reach people: one adapter module each. Implementations are thread-safe. */
public interface Channel {
    /** The channel's short name, as it stands in every {@link org.covigie.bot.people.Address} of it and in the API. */
    String name();

    Capabilities capabilities();

    /** Makes one call to the platform and says what became of it; never sends twice, never throws for what a platform can do. */
    Outcome send(Outgoing outgoing);

    /** Whether this address is a group's: {@link Capabilities#perGroupMinute} holds there, and a group that is gone stays so. */
    default boolean group(org.covigie.bot.people.Address chat) {
        return false;
    }

    /**
     * Asks the platform for what only it can say about something that arrived, before the transaction opens; returns it
     * unchanged when there is nothing to ask. Throws {@link java.io.IOException} when the platform cannot be asked now, so
     * that the lane tries again.
     */
    default Incoming complete(Incoming incoming) throws java.io.IOException {
        return incoming;
    }

    /** The link that opens the private chat with the bot and says this code there, or null when it is not known (yet). */
    default @org.jspecify.annotations.Nullable String joinLink(String code) {
        return null;
    }

    /** The link that puts the bot into a group to be chosen and says this code there, or null where there is none. */
    default @org.jspecify.annotations.Nullable String groupLink(String code) {
        return null;
    }

    /** The link to a message of a group, for those who are in it, or null where there is none. */
    default @org.jspecify.annotations.Nullable String messageLink(org.covigie.bot.people.Address chat, String message) {
        return null;
    }

    /** The link that opens the private chat with the bot, or null when it is not known (yet). */
    default @org.jspecify.annotations.Nullable String privateLink() {
        return null;
    }
}
