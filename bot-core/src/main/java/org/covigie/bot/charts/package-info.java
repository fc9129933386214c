/**
 * Charts draws figures as small pictures for a chat. It keeps nothing, knows nobody and may use no other room of the house.
 */
@ApplicationModule(displayName = "charts", allowedDependencies = {})
@NullMarked
package org.covigie.bot.charts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
