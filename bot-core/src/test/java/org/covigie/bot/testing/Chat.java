package org.covigie.bot.testing;

import org.covigie.bot.people.Address;

/** A group as a test sees it. */
public record Chat(House house, Address address, String title) {}
