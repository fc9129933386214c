/**
 * Measures the bot from outside, as a black box: an executable jar, an environment, and a Telegram server that is ours.
 *
 * <p>A <em>subject</em> is a program under test, a <em>stage</em> is one subject running on one database in one mode, a
 * <em>tag</em> is a correspondent's {@code /p} in reply to a message, its <em>acknowledgement</em> is the bot's reaction.
 *
 * <p>Uses no other module: whatever is known about the bot here is its public contract (environment, HTTP, Bot API). The
 * patient-data check alone is measured from inside, because a request would cost many times what it does.
 */
@NullMarked
package org.covigie.bot.load;

import org.jspecify.annotations.NullMarked;
