package org.covigie.bot.messaging;

/** What somebody, or the bot, is in a chat by the platform's own rules; says nothing about roles in the group. */
public enum ChatStanding {
    OWNER, ADMINISTRATOR, MEMBER, ABSENT, UNKNOWN;

    public boolean administers() {
        return this == OWNER || this == ADMINISTRATOR;
    }
}
