package org.covigie.bot.messaging;

/** What a provider's code of failure means, for people; each has its words in the bundles under {@code Trouble.<NAME>}. */
public enum Trouble {
    /** The person has blocked the bot. */
    BLOCKED,
    /** The person has asked the provider itself to let nothing through. */
    OPTED_OUT,
    /** The number has no account on the channel, or no longer. */
    VANISHED,
    /** The number or id is none. */
    WRONG_ADDRESS,
    /** The platform chose not to deliver to this person: a limit of its own, or the country; others are reached. */
    WITHHELD,
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
    OTHER;

    /** Whether the reason lies with the one person, so that others may hear why they are not reached. */
    public boolean personal() {
        return switch (this) {
            case BLOCKED, OPTED_OUT, VANISHED, WRONG_ADDRESS, WITHHELD -> true;
            case WINDOW, RATE, CONTENT, SETTINGS, PROVIDER, OTHER -> false;
        };
    }
}
