package org.covigie.bot.commands;

import org.jspecify.annotations.Nullable;

/**
 * Somebody tried a command on which a group keeps an eye, and the gate did not let it pass.
 *
 * @param command the command's key
 * @param group   the house's own number of the group that was meant; it may not exist, a button can be forged
 * @param person  who tried, null for somebody the house does not know
 */
public record CommandRefused(String command, long group, @Nullable Long person) {}
