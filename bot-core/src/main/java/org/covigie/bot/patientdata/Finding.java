package org.covigie.bot.patientdata;

/**
 * One detail that could identify a patient.
 *
 * @param type  what it is
 * @param start first UTF-16 code unit of it in the original text; never the second half of a surrogate pair
 * @param end   the code unit after its last one
 * @param score how sure, from {@value Decision#HINT_FROM} to 1; not a probability
 */
public record Finding(Type type, int start, int end, double score) {}
