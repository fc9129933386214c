/**
 * Groups keeps the clinicians' chat groups: who animates, who is correspondent, who is a member and has agreed to what.
 * Its words: an <em>animator</em> decides, a <em>correspondent</em> tags, <em>consent</em> is a member's agreement that own
 * messages be relayed; numbers count from 1 in each group. It may use commands, messaging, people, settings and the vault.
 */
@ApplicationModule(displayName = "groups", allowedDependencies = {"commands", "messaging", "people", "settings",
        "vault"})
@NullMarked
package org.covigie.bot.groups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
