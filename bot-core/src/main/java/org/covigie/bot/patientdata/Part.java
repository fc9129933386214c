package org.covigie.bot.patientdata;

/** A part of the detector that a measurement may leave out, to see what it is worth. */
enum Part {
    /** Lists of names, words and municipalities. */
    LEXICON,
    /** The words around a candidate. */
    CONTEXT,
    /** Weak details that count together. */
    AGGREGATOR,
    /** What the group says of its members and places. */
    MEMBERS
}
