package org.covigie.bot.people;

/**
 * An address has gone to somebody else, as telephone numbers do: what was meant for whoever had it must not reach the new one.
 * Published in the transaction in which the new holder acts.
 *
 * @param address the address that has another holder now
 * @param left    under which the one before is kept from now on
 */
public record AddressPassedOn(Address address, Address left) {}
