package org.covigie.bot.synthesis;

import java.util.UUID;

/** A synthesis has come in for the first time. Published in the transaction that keeps it. */
public record SynthesisReceived(UUID id) {}
