/**
 * Digest gives the animator a weekly word: what the group gave in a <em>week</em> (Monday to Sunday) and what became of it, in
 * counts, never in words or names. It may use charts, commands, groups, people, settings, signals and synthesis.
 */
@ApplicationModule(displayName = "digest", allowedDependencies = {"charts", "commands", "groups", "people", "settings",
        "signals", "synthesis"})
@NullMarked
package org.covigie.bot.digest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
