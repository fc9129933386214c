package org.covigie.bot.groups;

/** What a group is for: its messages may be tagged, or nothing is ever collected there. */
public enum Purpose {
    COLLECT, SUPPORT
}
