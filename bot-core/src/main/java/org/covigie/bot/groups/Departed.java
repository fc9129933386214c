package org.covigie.bot.groups;

/** Somebody is no longer a member of this group: has left, or was put out. */
public record Departed(long group, long person) {}
