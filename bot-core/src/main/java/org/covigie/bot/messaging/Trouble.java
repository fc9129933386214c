package org.covigie.bot.messaging;

/** What a provider's code of failure means, for people; each has its words in the bundles under {@code trouble.<NAME>}. */
public enum Trouble {
    /** The person has blocked the bot or asked the provider to let nothing through. */
    BLOCKED,
    /** The number has no account on the channel, or no longer. */
    VANISHED,
    /** The number or id is none. */
    WRONG_ADDRESS,
    /** The person has not written for too long: only an approved text may be sent. */
    WINDOW,
    /** Too much at once. */
    RATE,
    /** What was sent is not allowed or not readable there. */
    CONTENT,
    /** The operator's account or settings. */
    SETTINGS,
    /** The provider itself. */
    PROVIDER,
    /** Nobody knows. */
    OTHER
}
