/**
 * Screening is what stands between what people write and everything that leaves: it runs the patient-data check in the light
 * of the group (its people, what its author wrote just before, what somebody there has said is no patient) and says to the
 * author, alone, what was found and how it could be said. Its words: <em>screened</em> text may be stored, a <em>doubt</em> is a
 * finding that somebody may declare to be no patient, such a declaration is a <em>dismissal</em> and is kept as a keyed hash. It
 * may use commands, groups, messaging, people, patientdata and the vault.
 */
@ApplicationModule(displayName = "screening", allowedDependencies = {"commands", "groups", "messaging", "people",
        "patientdata", "vault"})
@NullMarked
package org.covigie.bot.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
