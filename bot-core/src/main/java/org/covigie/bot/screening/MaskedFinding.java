package org.covigie.bot.screening;

import org.covigie.bot.patientdata.Type;

/** A place in a masked text where something was replaced, in UTF-16 code units, end exclusive. */
public record MaskedFinding(Type type, int start, int end) {}
