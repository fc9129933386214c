/**
 * Telegram is the adapter to the Telegram Bot API: it reads updates into {@link org.covigie.bot.messaging.Incoming}, writes
 * {@link org.covigie.bot.messaging.Outgoing} as method calls, and keeps one connection by polling or by webhook.
 * Its words: an <em>update</em> is one thing Telegram tells, an <em>offset</em> acknowledges all updates below it, a
 * {@code Call} is one method with its parameters and an {@code Answer} what became of it.
 * It may use messaging, people and settings; nobody uses it, the wire's types stop at this door.
 */
@ApplicationModule(displayName = "Telegram", allowedDependencies = {"messaging", "people", "settings"})
@NullMarked
package org.covigie.bot.telegram;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
