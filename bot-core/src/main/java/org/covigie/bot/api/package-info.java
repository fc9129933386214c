/**
 * Api is the operator's and the platform's way in over HTTP: it reads groups, signals and deliveries, reviews drafts, and offers
 * the patient-data check to other tools. Its words: a <em>problem</em> is an answer that says what is wrong (RFC 9457), a
 * <em>refusal</em> is how a controller gives one. It decides nothing itself and may use signals, groups, enrolment, patientdata, messaging,
 * platform, screening for the places of findings, synthesis, mail, and people only for the name of a group's channel.
 */
@ApplicationModule(displayName = "api", allowedDependencies = {"signals", "groups", "enrolment", "patientdata",
        "messaging", "screening", "synthesis", "mail",
        "platform",
        "people", "settings", "web"})
@NullMarked
package org.covigie.bot.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
