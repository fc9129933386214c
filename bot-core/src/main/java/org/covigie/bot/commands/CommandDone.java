package org.covigie.bot.commands;

import org.covigie.bot.people.Address;

/** A command has run and its answer is posted, or it was refused. Published in the transaction of the message. */
public record CommandDone(Address person) {}
