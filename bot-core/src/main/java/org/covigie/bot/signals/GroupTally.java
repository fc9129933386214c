package org.covigie.bot.signals;

/**
 * What a group gave in some time.
 *
 * @param group     its id
 * @param tagged    signals tagged in that time, withdrawn ones left out
 * @param published signals published in that time, whenever they were tagged
 */
public record GroupTally(long group, long tagged, long published) {}
