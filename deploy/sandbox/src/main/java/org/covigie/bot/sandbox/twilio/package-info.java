/**
 * A local stand-in of Twilio's server for WhatsApp: it speaks Twilio's HTTP (messages, media, content, signed webhooks and status
 * callbacks) on 127.0.0.1 and refuses what Twilio and Meta refuse. {@link org.covigie.bot.sandbox.twilio.TwilioStandIn} is the
 * server, {@link org.covigie.bot.sandbox.twilio.World} is what people do on their telephones. It uses the JDK's HTTP server and
 * client and Jackson only.
 */
@NullMarked
package org.covigie.bot.sandbox.twilio;

import org.jspecify.annotations.NullMarked;
