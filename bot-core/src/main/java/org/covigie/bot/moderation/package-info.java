/**
 * Moderation is what an animator does about messages and people: reminding of the rules, looking at what members point out,
 * putting somebody out. Its words: to <em>flag</em> is to point a message out, a <em>removal</em> puts a member out and can be
 * undone for an hour. Nothing of a message is kept here. It may use commands, groups, messaging and people.
 */
@ApplicationModule(displayName = "moderation", allowedDependencies = {"commands", "groups", "messaging", "people"})
@NullMarked
package org.covigie.bot.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
