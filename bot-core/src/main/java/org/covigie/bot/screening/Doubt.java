package org.covigie.bot.screening;

import org.covigie.bot.patientdata.Type;

/**
 * A finding that somebody may declare to be no patient.
 *
 * @param type  what it was taken for
 * @param print keyed hash of its words in the group it was found in; nothing can be read from it
 */
public record Doubt(Type type, String print) {}
