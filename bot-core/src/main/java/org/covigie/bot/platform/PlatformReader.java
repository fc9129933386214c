package org.covigie.bot.platform;

import java.util.regex.Pattern;
import org.covigie.bot.signals.Platform.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an answer of the platform means; pure. A body may be anything, and whatever is odd in it is left aside. */
final class PlatformReader {
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_URL = 2048;
    private static final int LONGEST_REASON = 300;
    private static final Pattern NOISE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");

    private final JsonMapper json;

    PlatformReader(JsonMapper json) {
        this.json = json;
    }

    Outcome read(int status, byte[] body) {
        if (status == 409 || (status >= 200 && status < 300)) {
            JsonNode answer = object(body);
            return new Outcome.Taken(id(answer), url(answer));
        }
        // 408 is a time-out that the server has noticed first
        boolean refused = status >= 400 && status < 500 && status != 429 && status != 408;
        return refused ? new Outcome.Refused(reason(status, object(body))) : new Outcome.Later("HTTP " + status);
    }

    private @Nullable JsonNode object(byte[] body) {
        try {
            JsonNode answer = json.readTree(body);
            return answer.isObject() ? answer : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static @Nullable String id(@Nullable JsonNode answer) {
        JsonNode id = answer == null ? null : answer.get("id");
        if (id == null || !(id.isString() || id.isIntegralNumber())) {
            return null;
        }
        String text = clean(id.asString());
        return text.isEmpty() || text.length() > LONGEST_ID ? null : text;
    }

    private static @Nullable String url(@Nullable JsonNode answer) {
        JsonNode url = answer == null ? null : answer.get("url");
        if (url == null || !url.isString()) {
            return null;
        }
        String text = url.stringValue().strip();
        boolean web = text.startsWith("https://") || text.startsWith("http://");
        return web && text.length() <= LONGEST_URL && !NOISE.matcher(text).find() ? text : null;
    }

    /** The sentence of a problem (rfc-editor.org/rfc/rfc9457), else the status. */
    private static String reason(int status, @Nullable JsonNode answer) {
        for (String name : new String[]{"detail", "title"}) {
            JsonNode value = answer == null ? null : answer.get(name);
            if (value != null && value.isString()) {
                String text = clean(value.stringValue());
                if (!text.isEmpty()) {
                    return cut(text);
                }
            }
        }
        return "HTTP " + status;
    }

    private static String clean(String text) {
        return NOISE.matcher(text).replaceAll(" ").strip();
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_REASON) {
            return text;
        }
        int end = LONGEST_REASON - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
