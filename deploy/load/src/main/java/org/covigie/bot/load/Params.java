package org.covigie.bot.load;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The parameters of a Bot API call: query, form or JSON. Of a multipart call none is read. */
final class Params {
    private Params() {}

    static JsonNode of(WireMessage request) {
        String type = request.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json") && request.body().length > 0) {
            try {
                return Payloads.JSON.readTree(request.body());
            } catch (JacksonException e) {
                return Payloads.object();
            }
        }
        ObjectNode params = Payloads.object();
        String target = request.target();
        int query = target.indexOf('?');
        if (query >= 0) {
            pairs(target.substring(query + 1), params);
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            pairs(new String(request.body(), StandardCharsets.UTF_8), params);
        }
        return params;
    }

    /** A number that may come as text, as the Bot API allows. */
    static long number(JsonNode params, String name, long otherwise) {
        JsonNode value = params.path(name);
        if (value.isIntegralNumber()) {
            return value.asLong();
        }
        String text = value.isString() ? value.asString() : "";
        return text.matches("-?[0-9]{1,18}") ? Long.parseLong(text) : otherwise;
    }

    private static void pairs(String encoded, ObjectNode params) {
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                params.put(pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
    }
}
