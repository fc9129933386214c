package org.covigie.bot.telegram;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of one call. Read as a tree, never into the library's types: one odd field in a reply would otherwise make a
 * message that was sent look unknown, and be sent again.
 */
sealed interface Answer extends Serializable {
    JsonMapper JSON = JsonMapper.builder().build();

    /** It was done. */
    record Done(JsonNode result) implements Answer {}

    /**
     * Telegram said no (core.telegram.org/bots/api#making-requests).
     *
     * @param code        the error code; 0 when Telegram gave none
     * @param description Telegram's words, which may quote the text of people: never logged, see {@link Outcomes}
     * @param retryAfter  how long to wait after a flood
     * @param movedTo     the chat's new id after it became a supergroup
     */
    record Denied(int code, String description, @Nullable Duration retryAfter, @Nullable String movedTo)
            implements
                Answer {}

    /** Surely not executed: no connection came about. */
    record Unreachable() implements Answer {}

    /** May have been executed; {@code code} says how the answer was lost. */
    record Lost(String code) implements Answer {}

    /** Our own request was not fit to be sent. */
    record Unfit(String code) implements Answer {}

    /** Reads a body, whatever it holds. */
    static Answer read(byte[] body) {
        try {
            return of(JSON.readTree(body));
        } catch (JacksonException e) {
            return new Lost("answer-unreadable");
        }
    }

    private static Answer of(@Nullable JsonNode tree) {
        if (tree == null || !tree.path("ok").isBoolean()) {
            return new Lost("answer-unreadable");
        }
        if (tree.path("ok").booleanValue()) {
            return new Done(tree.path("result"));
        }
        Long code = Fields.number(tree, "error_code");
        Long retry = Fields.number(tree.path("parameters"), "retry_after");
        Long moved = Fields.number(tree.path("parameters"), "migrate_to_chat_id");
        String description = Fields.text(tree, "description");
        return new Denied(code == null ? 0 : (int) Math.clamp(code, 0, 999), description == null ? "" : description,
                retry == null ? null : Duration.ofSeconds(Math.clamp(retry, 1, 86_400)),
                moved == null ? null : Long.toString(moved));
    }
}
