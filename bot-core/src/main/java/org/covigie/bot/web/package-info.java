/**
 * The web as the bot sees it: which <em>addresses</em> may be shown to people, and how a <em>page</em> somebody named is read
 * without letting anybody reach through the bot what is not public. What comes of reading is a value. It uses nobody.
 */
@ApplicationModule(displayName = "web", allowedDependencies = {})
@NullMarked
package org.covigie.bot.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
