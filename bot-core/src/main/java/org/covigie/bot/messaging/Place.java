package org.covigie.bot.messaging;

/** Where something happens: in a group that several people read, or between one person and the bot. */
public enum Place {
    GROUP, PRIVATE
}
