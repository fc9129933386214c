/**
 * Platform is the way out for published signals: the COViGIE platform by REST, or, where none is configured, the built-in
 * register that everybody can read. Its words: the <em>register</em> is the list of published signals as pages and as an Atom
 * feed; an <em>entry</em> is a signal as the register shows it. It may use register, signals, people and settings.
 */
@ApplicationModule(displayName = "platform", allowedDependencies = {"register", "signals", "people", "settings"})
@NullMarked
package org.covigie.bot.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
