/**
 * Messaging is the way in and the way out: what arrives is sieved in memory, sealed and stored, then handled one chat at a
 * time; what leaves is stored with the change that caused it, then sent at the pace the channel allows.
 * Its words: an {@link org.covigie.bot.messaging.Incoming} is something a person did, an {@link org.covigie.bot.messaging.Outgoing}
 * something we say, a <em>lane</em> the queue of one chat, an {@link org.covigie.bot.messaging.Outcome} what became of one sending.
 * It may use the vault and people; no channel is known here by name.
 */
@ApplicationModule(displayName = "messaging", allowedDependencies = {"vault", "people"})
@NullMarked
package org.covigie.bot.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
