/**
 * The vault seals what may not lie in clear in the database: addresses, names, and words that wait.
 * A <em>seal</em> is AES-256-GCM under the data key; a <em>fingerprint</em> is a keyed hash by which a sealed thing is found again.
 * It may use the settings only.
 */
@ApplicationModule(displayName = "vault", allowedDependencies = {"settings"})
@NullMarked
package org.covigie.bot.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
