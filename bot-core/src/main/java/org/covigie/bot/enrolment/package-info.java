/**
 * Enrolment is the way into a group: requests, the animator's decision, the candidate's answers, invitations, the limit.
 * Its words: a <em>door</em> is how somebody came to ask, a <em>candidate</em> asks, a place is <em>reserved</em> from the decision
 * until the person has entered. It may use groups, commands, messaging, people, settings and the vault.
 */
@ApplicationModule(displayName = "enrolment", allowedDependencies = {"groups", "commands", "messaging", "people",
        "settings", "vault"})
@NullMarked
package org.covigie.bot.enrolment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
