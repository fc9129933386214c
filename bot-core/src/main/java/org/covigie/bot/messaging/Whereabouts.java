package org.covigie.bot.messaging;

/** What the platform says of a message that may have been sent. */
public sealed interface Whereabouts {
    /** It has it, under this id. */
    record Has(String message) implements Whereabouts {}

    /** It has no such message. */
    record HasNot() implements Whereabouts {}

    /** It cannot be asked now. */
    record CannotSay() implements Whereabouts {}
}
