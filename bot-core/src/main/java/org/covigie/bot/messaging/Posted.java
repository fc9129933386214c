package org.covigie.bot.messaging;

import org.jspecify.annotations.Nullable;

/**
 * Something that was posted with a key has been sent. Published within the transaction that writes this down; a listener must
 * bear to hear it a second time.
 *
 * @param once      the key of the post
 * @param message   the platform's id of the message, where it gave one
 * @param reference what else the platform gave back, as the kind of {@link Outgoing} says
 */
public record Posted(String once, @Nullable String message, @Nullable String reference) {}
