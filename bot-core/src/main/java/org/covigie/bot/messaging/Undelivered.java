package org.covigie.bot.messaging;

import org.covigie.bot.people.Address;

/**
 * A message did not reach this person for a reason that lies with that person alone ({@link Trouble#personal}), though the chat
 * itself is not closed: the next one may. Published in the transaction that settles the delivery.
 *
 * @param code the provider's code
 */
public record Undelivered(Address chat, String code) {}
