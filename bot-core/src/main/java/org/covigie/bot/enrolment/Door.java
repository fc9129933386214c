package org.covigie.bot.enrolment;

/** How a request came about. */
public enum Door {
    /** The person asked to be let in by an invitation link. */
    JOIN_REQUEST,
    /** A member proposed the person. */
    PROPOSAL,
    /** The person wrote to the bot in private, with the group's code. */
    PRIVATE,
    /** An administrator of the chat added the person, or another link let the person in. */
    ADDED,
    /** The animator of a related group sent the person here. */
    REFERRED
}
