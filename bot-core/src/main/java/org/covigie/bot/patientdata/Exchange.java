package org.covigie.bot.patientdata;

/**
 * The outcome for a message that follows others of the same author.
 *
 * @param check    of the message itself, read in the light of the others; offsets are its own
 * @param together what all of them call for, leaving out what the earlier ones already showed by themselves: a name in
 *                 one and an illness in the next identify only side by side
 */
public record Exchange(Check check, Decision together) {}
