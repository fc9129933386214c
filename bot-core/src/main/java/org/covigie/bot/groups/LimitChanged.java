package org.covigie.bot.groups;

/** A group takes more, or fewer, members than before; nobody is let in or removed by that alone. */
public record LimitChanged(long group, int before, int now) {}
