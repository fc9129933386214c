package org.covigie.bot.signals;

import java.util.UUID;

/** A message was tagged and became a draft. */
public record SignalDrafted(UUID id) {}
