package org.covigie.bot.sandbox.telegram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** A text as Telegram keeps it: trimmed, limited after entity parsing, with entities. */
record Texts(String text, ArrayNode entities) {

    static final int TEXT = 4096;
    static final int CAPTION = 1024;

    /**
     * @param text       what the bot sent
     * @param entities   what the bot marked, missing when nothing; what the server finds beside it is added
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
        List<JsonNode> kept = new ArrayList<>(entities.valueStream().toList());
        Entities.found(trimmed).valueStream().filter(found -> entities.valueStream().noneMatch(one -> meet(one, found)))
                .forEach(kept::add);
        kept.sort(Comparator.comparingInt(entity -> entity.path("offset").asInt(0)));
        return new Texts(trimmed, Json.array().addAll(kept));
    }

    private static boolean meet(JsonNode one, JsonNode other) {
        int start = Math.max(one.path("offset").asInt(0), other.path("offset").asInt(0));
        return start < Math.min(end(one), end(other));
    }

    private static int end(JsonNode entity) {
        return entity.path("offset").asInt(0) + entity.path("length").asInt(0);
    }

    int length() {
        return text.codePointCount(0, text.length());
    }
}
