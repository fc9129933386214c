package org.covigie.bot.sandbox.telegram;

import tools.jackson.databind.JsonNode;

/**
 * One call the bot made, for tests that look at the wire.
 *
 * @param method      as the bot spelled it
 * @param parameters  what it sent, after decoding
 * @param status      HTTP status of the answer
 * @param description Telegram's words when refused, else empty
 */
public record BotCall(String method, JsonNode parameters, int status, String description) {}
