/**
 * People keeps who somebody is: an address on a channel, sealed, and, once that person has acted, a name and a language.
 * Its words: an {@link org.covigie.bot.people.Address} finds a person or a chat on a channel; {@link org.covigie.bot.people.PersonalData}
 * is what every room that keeps something about a person implements; {@link org.covigie.bot.people.Words} are words of people that never print.
 * It may use the vault only.
 */
@ApplicationModule(displayName = "people", allowedDependencies = {"vault"})
@NullMarked
package org.covigie.bot.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
