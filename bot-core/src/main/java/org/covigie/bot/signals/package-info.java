/**
 * Signals is the correspondent's work: a tagged message becomes a draft, is reviewed, and is published to the platform.
 * Its words: a <em>draft</em> waits in the queue of its group, a <em>hold</em> is a reason why it may not be published yet, a
 * {@link org.covigie.bot.signals.Platform} is where published signals go. It may use groups, commands, messaging, people,
 * patientdata, screening, settings and the vault.
 */
@ApplicationModule(displayName = "signals", allowedDependencies = {"groups", "commands", "messaging", "people",
        "patientdata", "screening",
        "settings", "vault"})
@NullMarked
package org.covigie.bot.signals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
