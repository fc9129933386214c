/**
 * Privacy gives everybody the right of access and the right to be forgotten, from the chat.
 * Its words: every room that keeps something about a person implements {@link org.covigie.bot.people.PersonalData}; this room
 * only asks them all. It may use commands, messaging, people and settings.
 */
@ApplicationModule(displayName = "privacy", allowedDependencies = {"commands", "messaging", "people", "settings"})
@NullMarked
package org.covigie.bot.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
