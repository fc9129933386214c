package org.covigie.bot.telegram;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes single fields out of a tree; a field of another shape than expected counts as missing. */
final class Fields {
    /** 2100-01-01; a later date is no date. */
    private static final long LATEST = 4_102_444_800L;

    private Fields() {}

    static boolean has(JsonNode parent, String name) {
        JsonNode node = parent.path(name);
        return !node.isMissingNode() && !node.isNull();
    }

    static boolean yes(JsonNode parent, String name) {
        JsonNode node = parent.path(name);
        return node.isBoolean() && node.booleanValue();
    }

    static @Nullable Long number(JsonNode parent, String name) {
        JsonNode node = parent.path(name);
        return node.isIntegralNumber() && node.canConvertToLong() ? node.longValue() : null;
    }

    static @Nullable String text(JsonNode parent, String name) {
        JsonNode node = parent.path(name);
        return node.isString() ? clean(node.stringValue()) : null;
    }

    /** A date in seconds since 1970; 0 is what Telegram writes when there is none. */
    static Instant date(JsonNode parent, String name, Instant otherwise) {
        Long seconds = number(parent, name);
        return seconds == null || seconds <= 0 || seconds > LATEST ? otherwise : Instant.ofEpochSecond(seconds);
    }

    /** NUL and half surrogates, which no database or UTF-8 writer takes, become U+FFFD; positions stay as they are. */
    static String clean(String text) {
        StringBuilder cleaned = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                cleaned = cleaned == null ? new StringBuilder(text) : cleaned;
                cleaned.setCharAt(i, '\uFFFD');
            }
        }
        return cleaned == null ? text : cleaned.toString();
    }
}
