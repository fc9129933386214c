package org.covigie.bot.groups;

/** A member has accepted the charter in force, whether or not own messages may be relayed. */
public record CharterAccepted(long group, long person) {}
