package org.covigie.bot.mail;

/** What became of one try to send a letter. A code is the server's answer by number, or a word of ours; never its text. */
sealed interface Sending {
    /** The server has taken it. */
    record Sent() implements Sending {}

    /** Not now: the server says so of this letter. */
    record Later(String code) implements Sending {}

    /** There is no such mailbox, or it wants no mail. */
    record Refused(String code) implements Sending {}

    /** This letter will never be taken. */
    record Rejected(String code) implements Sending {}

    /** All of it went out and no answer came: it may have arrived. */
    record Unknown() implements Sending {}

    /** The server takes nothing from us at the moment, whatever it is. */
    record Down(String code) implements Sending {}
}
