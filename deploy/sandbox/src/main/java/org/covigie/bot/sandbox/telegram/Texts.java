package org.covigie.bot.sandbox.telegram;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** A text as Telegram keeps it: trimmed, limited after entity parsing, with entities. */
record Texts(String text, ArrayNode entities) {

    static final int TEXT = 4096;
    static final int CAPTION = 1024;

    /**
     * @param text       what the bot sent
     * @param entities   what the bot marked, missing when nothing
     * @param parseMode  refused: this bot never sends people's words through a parser, so neither does its stand-in
     */
    static Texts of(String text, JsonNode entities, String parseMode) {
        if (!parseMode.isEmpty()) {
            throw Refusal.bad("unsupported parse_mode");
        }
        Entities.check(text, entities);
        String trimmed = text.strip();
        if (entities.isMissingNode() || entities.isEmpty() || trimmed.length() != text.length()) {
            return new Texts(trimmed, Entities.found(trimmed));
        }
        ArrayNode kept = Json.array();
        entities.forEach(kept::add);
        return new Texts(trimmed, kept);
    }

    int length() {
        return text.codePointCount(0, text.length());
    }
}
