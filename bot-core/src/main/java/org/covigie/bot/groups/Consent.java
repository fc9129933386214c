package org.covigie.bot.groups;

/** A member's answer to the question whether own messages may be relayed. Silence is no. */
public enum Consent {
    PENDING, GIVEN, REFUSED
}
