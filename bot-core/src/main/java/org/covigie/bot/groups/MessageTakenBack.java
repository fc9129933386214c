package org.covigie.bot.groups;

/**
 * Its author has taken a message back for good: nobody is to be shown it who has not read it yet.
 *
 * @param group   the house's own number of the group
 * @param message the platform's id
 */
public record MessageTakenBack(long group, String message) {}
