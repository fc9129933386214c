package org.covigie.bot.groups;

/** Where a group lives; each constant has its words in the bundles. */
public enum Hosting {
    /** On the platform, with the bot in it. */
    NATIVE,
    /** In the house: people write to the bot, which passes every message on to all others. */
    RELAYED,
    /** On the platform, without the bot: what belongs in the group goes by way of the correspondent. */
    COMPANION
}
