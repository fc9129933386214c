/**
 * WhatsApp is the adapter to Twilio's WhatsApp: it reads webhooks into {@link org.covigie.bot.messaging.Incoming}, writes
 * {@link org.covigie.bot.messaging.Outgoing} as messages by Twilio's REST API, and asks Twilio for what was missed. People write
 * to the one number of the bot only; there are no groups on the wire.
 * Its words: a {@code Form} is the body of a webhook, a {@code Sending} is one message to be created, an {@code Answer} what
 * became of a call, a {@code Contents} template carries buttons or a list and is made once.
 * It may use messaging, people and settings; nobody uses it, the wire's types stop at this door.
 */
@ApplicationModule(displayName = "WhatsApp", allowedDependencies = {"messaging", "people", "settings"})
@NullMarked
package org.covigie.bot.whatsapp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
