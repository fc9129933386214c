package org.covigie.bot.sandbox.telegram;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a method's parameters from the query, a form, multipart or JSON: core.telegram.org/bots/api#making-requests. */
final class Requests {

    /** A document may have 50 MB: core.telegram.org/bots/faq. */
    private static final int MOST_BYTES = 51 * 1024 * 1024;
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPE = Pattern.compile("Content-Type:\\s*([^\\r\\n]+)", Pattern.CASE_INSENSITIVE);

    private Requests() {}

    static Call read(String method, HttpExchange exchange) throws IOException {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        Map<String, Upload> files = new LinkedHashMap<>();
        form(exchange.getRequestURI().getRawQuery(), parameters);
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("");
        String kind = type.toLowerCase(Locale.ROOT);
        if (kind.startsWith("application/json")) {
            json(body, parameters);
        } else if (kind.startsWith("multipart/form-data")) {
            multipart(body, type, parameters, files);
        } else if (kind.startsWith("application/x-www-form-urlencoded")) {
            form(new String(body, StandardCharsets.UTF_8), parameters);
        }
        return new Call(method, parameters, files);
    }

    private static void form(@org.jspecify.annotations.Nullable String form, Map<String, JsonNode> parameters) {
        if (form == null || form.isEmpty()) {
            return;
        }
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), Json.text(decoded(pair.substring(equals + 1))));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.bad("can't parse URL-encoded parameters");
        }
    }

    private static void json(byte[] body, Map<String, JsonNode> parameters) {
        if (body.length == 0) {
            return;
        }
        try {
            JsonNode tree = Json.MAPPER.readTree(body);
            if (!tree.isObject()) {
                throw Refusal.bad("can't parse JSON: object expected");
            }
            tree.properties().forEach(field -> parameters.put(field.getKey(), field.getValue()));
        } catch (JacksonException e) {
            throw Refusal.bad("can't parse JSON");
        }
    }

    /** ISO-8859-1 keeps one char per byte, so indices in the text are indices in the bytes. */
    private static void multipart(byte[] body, String type, Map<String, JsonNode> parameters,
            Map<String, Upload> files) {
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            throw Refusal.bad("can't parse multipart: boundary is missing");
        }
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String mark = "--" + boundary.group(1);
        int start = text.indexOf(mark);
        while (start >= 0) {
            int head = start + mark.length() + 2;
            int end = text.indexOf("\r\n" + mark, head);
            int blank = text.indexOf("\r\n\r\n", head);
            if (end < 0 || blank < 0) {
                return;
            }
            String headers = new String(body, head, blank - head, StandardCharsets.UTF_8);
            int from = Math.min(blank + 4, end);
            part(headers, body, from, end, parameters, files);
            start = end + 2;
        }
    }

    private static void part(String headers, byte[] body, int from, int to, Map<String, JsonNode> parameters,
            Map<String, Upload> files) {
        Matcher name = NAME.matcher(headers);
        if (!name.find()) {
            return;
        }
        byte[] bytes = java.util.Arrays.copyOfRange(body, from, to);
        Matcher file = FILE.matcher(headers);
        if (file.find()) {
            Matcher type = TYPE.matcher(headers);
            String contentType = type.find() ? type.group(1).trim() : "application/octet-stream";
            files.put(name.group(1), new Upload(file.group(1), contentType, bytes));
        } else {
            parameters.put(name.group(1), Json.text(new String(bytes, StandardCharsets.UTF_8)));
        }
    }
}
