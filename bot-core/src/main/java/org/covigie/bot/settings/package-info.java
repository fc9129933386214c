/** Settings: what the operator may set, and what is said when a value is wrong. It uses no other room. */
@ApplicationModule(displayName = "settings", allowedDependencies = {})
@NullMarked
package org.covigie.bot.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
