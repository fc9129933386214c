/**
 * Commands is the gate: it finds out who asks for what, and lets a command run only in its place and by its role.
 * Its words: a {@link org.covigie.bot.commands.Command} says everything about itself, an {@link org.covigie.bot.commands.Ask} is
 * one use of it, an {@link org.covigie.bot.commands.Answer} what comes of it; {@link org.covigie.bot.commands.Roles} is what groups know.
 * It may use messaging, people and settings.
 */
@ApplicationModule(displayName = "commands", allowedDependencies = {"messaging", "people", "settings"})
@NullMarked
package org.covigie.bot.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
