/**
 * Settings holds what every room needs to say about the configuration: a wrong or missing value stops the start with one
 * sentence that names the variable. Its words: a {@link org.covigie.bot.settings.WrongSetting} is that sentence.
 * It knows nobody and may use no other room of the house.
 */
@ApplicationModule(displayName = "settings", allowedDependencies = {})
@NullMarked
package org.covigie.bot.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
