/**
 * Synthesis gives back to the groups what became of what they gave: a <em>synthesis</em> is a page of the platform's with a title
 * and an address, an <em>announcement</em> its one message in a group, and where it <em>names</em> signals, the messages they
 * were made of are answered. Announcements are made in slices, so that thousands of groups are served while everything else
 * goes on. It may use signals, groups, commands, messaging, people, patientdata, screening, settings, the vault and the web.
 */
@ApplicationModule(displayName = "synthesis", allowedDependencies = {"signals", "groups", "commands", "messaging",
        "people", "patientdata", "screening", "settings", "vault", "web"})
@NullMarked
package org.covigie.bot.synthesis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
