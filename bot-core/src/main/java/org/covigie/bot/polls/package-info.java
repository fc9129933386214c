/**
 * Polls is how an animator asks a group: a poll of the platform's own where it has one, else a numbered list with buttons.
 * Its words: a <em>vote</em> is what one person chose last, a <em>tally</em> counts the votes, a <em>nudge</em> reminds a member
 * who has not voted, in private and never at night. It may use charts, commands, groups, messaging, people, patientdata, screening, settings and the vault.
 */
@ApplicationModule(displayName = "polls", allowedDependencies = {"charts", "commands", "groups", "messaging", "people",
        "patientdata", "screening", "settings", "vault"})
@NullMarked
package org.covigie.bot.polls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
