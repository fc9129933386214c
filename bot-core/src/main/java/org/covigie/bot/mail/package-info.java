/**
 * Mail is the way out for syntheses besides chat: each goes once to everybody who has asked for it and confirmed, and to the
 * bodies on the operator's list. Its words: a <em>subscription</em> is an address with a language, a <em>letter</em> one mail
 * before it is sent, a <em>sending</em> what became of it; the <em>list</em> is the operator's. Letters are sent one after the
 * other at a steady pace; a letter that may have arrived is never sent again. It may use synthesis, people, commands,
 * messaging, settings and the vault.
 */
@ApplicationModule(displayName = "mail", allowedDependencies = {"synthesis", "commands", "messaging", "people",
        "settings", "vault"})
@NullMarked
package org.covigie.bot.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
