package org.covigie.bot.signals;

import java.util.UUID;

/** The platform has taken a signal. */
public record SignalPublished(UUID id) {}
