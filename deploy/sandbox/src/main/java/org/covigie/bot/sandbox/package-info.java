/**
 * Everything to try the bot without an account: the page where one plays a group of clinicians, and how it comes to life when no
 * channel is configured. The words: the <em>story</em> is the seeded group, a <em>phone</em> is a person's private chat with the
 * bot, a <em>telephone</em> somebody's WhatsApp. It uses {@link org.covigie.bot.sandbox.telegram},
 * {@link org.covigie.bot.sandbox.twilio} and Spring MVC, and nothing of the bot itself.
 */
@NullMarked
package org.covigie.bot.sandbox;

import org.jspecify.annotations.NullMarked;
