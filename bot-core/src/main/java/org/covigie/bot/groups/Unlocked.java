package org.covigie.bot.groups;

/** The animator has given the installation's creation code: this group is open now. */
public record Unlocked(long group, long person) {}
