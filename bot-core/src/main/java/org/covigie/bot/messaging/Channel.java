package org.covigie.bot.messaging;

/** A way to reach people: one adapter module each. Implementations are thread-safe. */
public interface Channel {
    /** The channel's short name, as it stands in every {@link org.covigie.bot.people.Address} of it and in the API. */
    String name();

    Capabilities capabilities();

    /** Makes one call to the platform and says what became of it; never sends twice, never throws for what a platform can do. */
    Outcome send(Outgoing outgoing);

    /** What the address of a group begins with that the house itself keeps ({@link Capabilities#hosted}); no platform's ids do. */
    String HOSTED_GROUP = "group~";

    /**
     * Whether this address is a group's: {@link Capabilities#perGroupMinute} holds there, and a group that is gone stays so. By
     * default only a group of the house's is one.
     */
    default boolean group(org.covigie.bot.people.Address chat) {
        return chat.id().startsWith(HOSTED_GROUP);
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

    /**
     * What the platform says of a message whose outcome is unknown; asked only where the capability {@code receipts} says so.
     *
     * @param called when the call was made
     * @param known  ids of messages to this chat that are accounted for
     */
    default Whereabouts whereabouts(Outgoing outgoing, java.time.Instant called, java.util.Set<String> known) {
        return new Whereabouts.CannotSay();
    }

    /** The words of a message the platform still has, or null when it has none; throws when it cannot be asked now. */
    default org.covigie.bot.people.@org.jspecify.annotations.Nullable Words recall(String message)
            throws java.io.IOException {
        return null;
    }

    /** What became of a message the platform took, when it has not told for a while; null when it cannot say. */
    default @org.jspecify.annotations.Nullable Receipt ask(String message) {
        return null;
    }

    /** What one of the channel's codes means. */
    default Trouble trouble(String code) {
        return Trouble.OTHER;
    }

    /** What a message costs; null where it costs nothing. */
    default @org.jspecify.annotations.Nullable Price price() {
        return null;
    }

    /** Whether this text is a link by which people come into a group of the platform's that the bot cannot see. */
    default boolean invitesInto(String text) {
        return false;
    }
}
