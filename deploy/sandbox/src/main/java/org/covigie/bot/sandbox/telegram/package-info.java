/**
 * A local stand-in of Telegram's Bot API server: it speaks the real HTTP of core.telegram.org/bots/api on 127.0.0.1 and refuses
 * what Telegram refuses, in Telegram's own words. {@link org.covigie.bot.sandbox.telegram.TelegramStandIn} is the server,
 * {@link org.covigie.bot.sandbox.telegram.World} is what people do in their apps. It uses the JDK's HTTP server and Jackson only.
 */
@NullMarked
package org.covigie.bot.sandbox.telegram;

import org.jspecify.annotations.NullMarked;
