package org.covigie.bot.relay;

/** How a member of a relayed group takes what the others write. */
enum Mode {
    /** At once. */
    ALL,
    /** Not at all; what the bot itself says still comes. */
    MUTED,
    /** Put together, at the hours of the digest. */
    DIGEST
}
