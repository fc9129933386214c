/**
 * WhatsApp by Twilio: one package, one adapter, with the same walls as every channel. It will translate between Twilio's wire
 * and the house's own words, and nothing else. It may use messaging, people and settings.
 */
@ApplicationModule(displayName = "WhatsApp", allowedDependencies = {"messaging", "people", "settings"})
@NullMarked
package org.covigie.bot.whatsapp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
