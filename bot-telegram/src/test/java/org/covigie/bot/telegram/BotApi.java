package org.covigie.bot.telegram;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * The parameters of the methods used here, by core.telegram.org/bots/api ({@code bot-api.json}: name, {@code !} when
 * required, type), and what of a request is not as written there.
 */
final class BotApi {
    private static final JsonNode TABLE = read();

    private BotApi() {}

    static List<String> faults(String method, JsonNode body) {
        String name = TABLE.propertyNames().stream().filter(known -> known.equalsIgnoreCase(method)).findFirst()
                .orElseThrow();
        List<String> faults = new ArrayList<>();
        object(name, body, faults);
        return faults;
    }

    private static void object(String type, JsonNode value, List<String> faults) {
        JsonNode fields = TABLE.path(type);
        if (!value.isObject()) {
            faults.add(type + " is no object");
        }
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            if (field.getKey().endsWith("!") && !value.has(field.getKey().replace("!", ""))) {
                faults.add(type + "." + field.getKey() + " is missing");
            }
        }
        for (Map.Entry<String, JsonNode> given : value.properties()) {
            String name = given.getKey();
            JsonNode expected = fields.has(name) ? fields.path(name) : fields.path(name + "!");
            if (expected.isMissingNode()) {
                faults.add(type + "." + name + " is unknown");
            } else {
                value(expected.stringValue(), given.getValue(), type + "." + name, faults);
            }
        }
    }

    private static void value(String type, JsonNode value, String at, List<String> faults) {
        if (type.startsWith("Array of ")) {
            if (!value.isArray()) {
                faults.add(at + " is no list");
            }
            value.forEach(one -> value(type.substring(9), one, at, faults));
            return;
        }
        boolean fits = switch (type.toLowerCase(Locale.ROOT)) {
            // chat ids may be written either way
            case "integer" -> value.isIntegralNumber() || at.endsWith("chat_id") && value.isString();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "inputfile" -> value.isString() && value.stringValue().startsWith("attach://");
            default -> {
                object(type, value, faults);
                yield true;
            }
        };
        if (!fits) {
            faults.add(at + " is no " + type);
        }
    }

    private static JsonNode read() {
        InputStream table = Objects.requireNonNull(BotApi.class.getResourceAsStream("/bot-api.json"));
        return Answer.JSON.readTree(table);
    }
}
