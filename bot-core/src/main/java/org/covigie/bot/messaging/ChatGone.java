package org.covigie.bot.messaging;

import org.covigie.bot.people.Address;

/**
 * A chat could not be reached any more: the bot was blocked or removed. Published in the transaction that settles the delivery.
 *
 * @param code the provider's code
 */
public record ChatGone(Address chat, String code) {}
