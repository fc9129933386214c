/**
 * Finds what could identify a patient in a short clinical message, and says where, how surely, and how the text reads
 * once masked. Its words are the <em>finding</em> (a type, a span, a score), the <em>decision</em> (clear, hint, hold)
 * and the <em>mask</em>; inside, a text is folded once, recognisers propose, context judges, overlaps are merged. It
 * may use nothing else of the house, keeps nothing, writes nothing, and lowers a risk without promising anonymity.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "patient data", allowedDependencies = {})
package org.covigie.bot.patientdata;
