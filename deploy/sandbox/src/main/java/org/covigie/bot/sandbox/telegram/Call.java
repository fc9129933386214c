package org.covigie.bot.sandbox.telegram;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** One request, whatever way its parameters came. */
record Call(String method, Map<String, JsonNode> parameters, Map<String, Upload> files) {

    boolean has(String name) {
        return parameters.containsKey(name);
    }

    @Nullable
    JsonNode get(String name) {
        return parameters.get(name);
    }

    JsonNode path(String name) {
        return parameters.getOrDefault(name, MissingNode.getInstance());
    }

    String text(String name) {
        return path(name).asString("");
    }

    long number(String name, long otherwise) {
        JsonNode value = path(name);
        return value.isMissingNode() ? otherwise : Long.parseLong(value.asString("0"));
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode value = path(name);
        return value.isMissingNode() ? otherwise : value.asString("").matches("(?i)true|yes|1");
    }

    ObjectNode json() {
        ObjectNode node = Json.object();
        parameters.forEach((name, value) -> {
            if (!name.equals("method")) {
                node.set(name, value);
            }
        });
        return node;
    }
}
