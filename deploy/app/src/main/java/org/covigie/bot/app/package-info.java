/**
 * The application: the main class and nothing else. It starts every room of the house; its tests look at the house as a whole.
 */
@ApplicationModule(displayName = "application")
@NullMarked
package org.covigie.bot.app;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
