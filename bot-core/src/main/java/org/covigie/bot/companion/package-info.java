/**
 * Companion keeps groups of the platform's beside which the bot stands: people there forward to it what should become a
 * signal, and newcomers get the link into the group from it. Its words: the <em>pile</em> is what a correspondent has forwarded
 * and not tagged yet; the <em>link</em> leads into the platform's group and is handed over after a decision and the charter.
 * It may use groups, enrolment, privacy, commands, messaging, people, settings and the vault.
 */
@ApplicationModule(displayName = "companion", allowedDependencies = {"groups", "enrolment", "privacy", "commands",
        "messaging", "people", "settings", "vault"})
@NullMarked
package org.covigie.bot.companion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
