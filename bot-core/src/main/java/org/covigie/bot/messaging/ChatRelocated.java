package org.covigie.bot.messaging;

import org.covigie.bot.people.Address;

/** The platform answered a sending with another address for the same chat. Published in the transaction that settles the delivery. */
public record ChatRelocated(Address from, Address to) {}
