package org.covigie.bot.mail;

import java.util.Locale;
import java.util.Map;

/**
 * One mail before it is sent.
 *
 * @param id      the same each time this letter is tried: whoever should get it twice sees one
 * @param headers further ones, ASCII
 */
record Letter(String id, MailAddress to, Locale language, String subject, String text, String html,
        Map<String, String> headers) {}
