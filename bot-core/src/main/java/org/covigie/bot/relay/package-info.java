/**
 * Relay keeps the groups that live in the house: what a member writes to the bot goes to every other member, under the author's
 * name. Its words: a <em>copy</em> is what one member receives of a message, the <em>original</em> is the message as it arrived;
 * nothing of either is kept but the ids that a reply needs, for 7 days. It may use commands, groups, messaging, people,
 * patientdata, screening, settings and the vault.
 */
@ApplicationModule(displayName = "relay", allowedDependencies = {"commands", "groups", "messaging", "people",
        "patientdata", "screening", "settings", "vault"})
@NullMarked
package org.covigie.bot.relay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
