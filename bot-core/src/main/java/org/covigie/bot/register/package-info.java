/**
 * Register is what has been published, searched by its words. Its words: what a reader is after is <em>sought</em>; an
 * <em>index</em> ranks published signals by words, in French, without regard to accents, and differs by database; the same
 * search serves the public pages and the private chat. It may use signals, commands, people and settings.
 */
@ApplicationModule(displayName = "register", allowedDependencies = {"signals", "commands", "people",
        "settings"})
@NullMarked
package org.covigie.bot.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
