package org.covigie.bot.commands;

/** What a person is in one group. A higher role never implies a lower one. */
public enum Role {
    /** Everybody, whether in a group or not. */
    ANYONE,
    /** A clinician of the group. */
    MEMBER,
    /** Tags messages, reviews and publishes drafts. */
    CORRESPONDENT,
    /** Decides on enrolment: the deputies the animator has named, and the animator. */
    DEPUTY,
    /** Decides on people and rules. */
    ANIMATOR
}
