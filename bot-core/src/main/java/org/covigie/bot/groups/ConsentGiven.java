package org.covigie.bot.groups;

/** A member has agreed that own messages of a group be relayed. */
public record ConsentGiven(long group, long person) {}
