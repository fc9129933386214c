package org.covigie.bot.messaging;

import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;
import org.jspecify.annotations.Nullable;

/**
 * A contact card that somebody sent.
 *
 * @param name    the name on the card
 * @param phone   the number on the card, as the platform writes it
 * @param address where the person is found on this channel, when the platform tells
 */
public record Contact(Words name, Words phone, @Nullable Address address) {}
