package org.covigie.bot.groups;

/** A member does not want, or no longer wants, that own messages of a group be relayed. */
public record ConsentRefused(long group, long person) {}
