package org.covigie.bot.sandbox.twilio;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request with its parameters decoded. */
record Request(String method, String path, Map<String, List<String>> query, String type, byte[] body,
        @Nullable String authorization) {

    private static final int MOST_BYTES = 1 << 20;

    static Request read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Refusal(413, 20413, "Request entity too large");
        }
        String query = exchange.getRequestURI().getRawQuery();
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        return new Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
                decoded(query == null ? "" : query), type == null ? "" : type, body,
                exchange.getRequestHeaders().getFirst("Authorization"));
    }

    boolean posts() {
        return method.equals("POST");
    }

    Map<String, List<String>> form() {
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            throw new Refusal(415, 20415, "Unsupported media type");
        }
        return decoded(new String(body, StandardCharsets.UTF_8));
    }

    static @Nullable String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.get(name);
        return values == null ? null : values.getFirst();
    }

    private static Map<String, List<String>> decoded(String encoded) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        try {
            for (String pair : encoded.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                if (!name.isEmpty()) {
                    parameters
                            .computeIfAbsent(URLDecoder.decode(name, StandardCharsets.UTF_8), any -> new ArrayList<>())
                            .add(equals < 0
                                    ? ""
                                    : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.bad(20001, "Invalid parameter");
        }
        return parameters;
    }
}
