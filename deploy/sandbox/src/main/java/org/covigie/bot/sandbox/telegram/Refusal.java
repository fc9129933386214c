package org.covigie.bot.sandbox.telegram;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the server answers instead of a result; carries Telegram's own words. */
@SuppressWarnings("serial")
final class Refusal extends RuntimeException {

    final int code;
    final @Nullable ObjectNode parameters;

    private Refusal(int code, String description, @Nullable ObjectNode parameters) {
        super(description, null, false, false);
        this.code = code;
        this.parameters = parameters;
    }

    static Refusal bad(String text) {
        return new Refusal(400, "Bad Request: " + text, null);
    }

    static Refusal forbidden(String text) {
        return new Refusal(403, "Forbidden: " + text, null);
    }

    static Refusal conflict(String text) {
        return new Refusal(409, "Conflict: " + text, null);
    }

    static Refusal unauthorized() {
        return new Refusal(401, "Unauthorized", null);
    }

    static Refusal notFound() {
        return new Refusal(404, "Not Found", null);
    }

    static Refusal tooLarge() {
        return new Refusal(413, "Request Entity Too Large", null);
    }

    static Refusal tooMany(long seconds) {
        return new Refusal(429, "Too Many Requests: retry after " + seconds, Json.object().put("retry_after", seconds));
    }

    static Refusal migrated(long to) {
        return new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat",
                Json.object().put("migrate_to_chat_id", to));
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
