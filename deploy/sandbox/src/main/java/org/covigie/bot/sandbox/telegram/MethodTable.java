package org.covigie.bot.sandbox.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Which method takes which parameters. Telegram itself ignores unknown ones silently; this stand-in is a checker and refuses
 * them, so that a misspelled parameter does not go unnoticed.
 */
final class MethodTable {

    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");
    private final Map<String, Map<String, Parameter>> methods = new HashMap<>();

    private record Parameter(String type, boolean required) {}

    MethodTable() {
        try (InputStream in = MethodTable.class.getResourceAsStream("methods.txt")) {
            if (in == null) {
                throw new IllegalStateException("methods.txt is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .forEach(this::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String line) {
        String[] words = line.split(" ");
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] parts = words[i].split(":");
            boolean required = parts[1].endsWith("!");
            parameters.put(parts[0], new Parameter(parts[1].replace("!", ""), required));
        }
        methods.put(words[0].toLowerCase(Locale.ROOT), parameters);
    }

    boolean knows(String method) {
        return methods.containsKey(method.toLowerCase(Locale.ROOT));
    }

    /** Checks names and types; text forms of JSON (form fields) become JSON. */
    Call check(Call call) {
        Map<String, Parameter> table = methods.get(call.method().toLowerCase(Locale.ROOT));
        if (table == null) {
            throw Refusal.notFound();
        }
        Map<String, JsonNode> typed = new LinkedHashMap<>();
        call.parameters().forEach((name, value) -> {
            if (name.equals("method") || value.isNull()) {
                return;
            }
            Parameter parameter = table.get(name);
            if (parameter != null) {
                typed.put(name, typed(name, parameter.type(), value));
            } else if (!call.files().containsKey(name) || !attached(call, name)) {
                throw Refusal.bad("unknown parameter " + name);
            }
        });
        call.files().keySet().stream().filter(name -> !table.containsKey(name) && !attached(call, name)).findFirst()
                .ifPresent(name -> {
                    throw Refusal.bad("unknown parameter " + name);
                });
        table.forEach((name, parameter) -> {
            if (parameter.required() && !typed.containsKey(name) && !call.files().containsKey(name)) {
                throw Refusal.bad(missing(name));
            }
        });
        return new Call(call.method(), typed, call.files());
    }

    private static boolean attached(Call call, String name) {
        return call.parameters().values().stream().anyMatch(value -> value.asString("").equals("attach://" + name));
    }

    /** The server's own words where they are known. */
    private static String missing(String name) {
        return switch (name) {
            case "chat_id" -> "chat_id is empty";
            case "text" -> "message text is empty";
            case "message_id" -> "message identifier is not specified";
            case "user_id" -> "invalid user_id specified";
            case "callback_query_id" -> "query is too old and response timeout expired or query ID is invalid";
            case "photo" -> "there is no photo in the request";
            case "document" -> "there is no document in the request";
            default -> "parameter \"" + name + "\" is required";
        };
    }

    private static JsonNode typed(String name, String type, JsonNode value) {
        return switch (type) {
            case "int" -> {
                if (!INTEGER.matcher(value.asString("")).matches()) {
                    throw Refusal.bad("parameter \"" + name + "\" must be of type Integer");
                }
                yield value;
            }
            case "bool" -> {
                if (!value.isBoolean() && !value.asString("").matches("(?i)true|false|yes|no|1|0")) {
                    throw Refusal.bad("parameter \"" + name + "\" must be of type Boolean");
                }
                yield value;
            }
            case "object", "array" -> structured(name, type, value);
            case "text", "chat" -> {
                if (value.isContainer()) {
                    throw Refusal.bad("parameter \"" + name + "\" must be of type String");
                }
                yield value;
            }
            default -> value;
        };
    }

    private static JsonNode structured(String name, String type, JsonNode value) {
        JsonNode parsed = value.isString() ? parse(value.asString("")) : value;
        if (parsed == null || (type.equals("array") ? !parsed.isArray() : !parsed.isObject())) {
            throw Refusal.bad("can't parse " + name + ": " + (type.equals("array") ? "Array" : "Object") + " expected");
        }
        return parsed;
    }

    private static @Nullable JsonNode parse(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }
}
