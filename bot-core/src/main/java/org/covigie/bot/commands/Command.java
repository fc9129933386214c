package org.covigie.bot.commands;

import java.util.List;
import java.util.Set;

/**
 * A command says everything about itself: its words, who may use it and where, and what it does. The gate checks role and
 * place before {@link #run}; the help is derived. Its texts stand in the bundles under {@code command.<key>}: {@code .usage}
 * (arguments as they are typed, may be empty) and {@code .help} (one sentence).
 */
public interface Command {
    /** The key of its texts: the first English word. */
    String key();

    /** Its words without slash, lower case, no accents: the French one first, then the English one, then short ones. */
    List<String> words();

    /** The role one must hold in the group that is meant. */
    Role needs();

    /** Where it may be used. */
    Set<Spot> place();

    /** What of the message replied to it needs to keep; by default no more than whose message it is. */
    default Carries carries() {
        return Carries.REFERENCE;
    }

    /** Whether somebody who uses it becomes known by that; asking what is known must not be what makes it known. */
    default boolean meets() {
        return true;
    }

    /** Whether the help and the menu name it; what only buttons type is left out there. */
    default boolean listed() {
        return true;
    }

    /** Whether it makes sense only where people write to the bot itself and groups are kept by the house. */
    default boolean hosted() {
        return false;
    }

    /** How it may be typed without its slash, where people only ever write to the bot itself; by default not at all. */
    default Bare bare() {
        return Bare.NONE;
    }

    /** Whether a use that the gate does not let pass is written into the group's journal. */
    default boolean guarded() {
        return false;
    }

    /** Whether it is about the person alone: being a member anywhere is enough, and nobody is asked which group is meant. */
    default boolean personal() {
        return false;
    }

    /** Whether its answers begin with the group's name for whoever is in several; not where they say it themselves. */
    default boolean headed() {
        return needs() != Role.ANYONE && !personal();
    }

    /** Does it, inside the transaction of the message. */
    Answer run(Ask ask);

    /** What of the message replied to is kept for a command. */
    enum Carries {
        /** Which message and whose, by the platform's ids. */
        REFERENCE,
        /** The contact card that it is. */
        CONTACT,
        /** Its author's name as well. */
        NAME,
        /** Its words, as far as the person may tag in this group. */
        WORDS
    }
}
