package org.covigie.bot.enrolment;

/** Somebody who was let in is a member of the group now; what was answered about the charter follows. */
public record Entered(long group, long person) {}
