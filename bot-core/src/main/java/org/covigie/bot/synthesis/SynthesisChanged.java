package org.covigie.bot.synthesis;

import java.util.UUID;

/**
 * A synthesis was put right, or taken back.
 *
 * @param withdrawn whether it was taken back
 */
public record SynthesisChanged(UUID id, boolean withdrawn) {}
