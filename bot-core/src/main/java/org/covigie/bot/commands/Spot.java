package org.covigie.bot.commands;

/** Where a command may be used. */
public enum Spot {
    /** In a group, in reply to a message. */
    REPLY,
    /** In a group. */
    GROUP,
    /** In the private chat with the bot. */
    PRIVATE
}
