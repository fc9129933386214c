/** The stand-in of a mail server: takes what the bot mails over SMTP and shows it; nothing leaves this computer. */
@NullMarked
package org.covigie.bot.sandbox.mail;

import org.jspecify.annotations.NullMarked;
