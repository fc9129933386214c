package org.covigie.bot.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a JSON body strictly where it matters: a number is no text, and what is unknown is passed over. */
record Body(JsonNode json) {
    Body {
        if (!json.isObject()) {
            throw Refusal.bad("The body must be a JSON object.");
        }
    }

    boolean has(String name) {
        return json.has(name);
    }

    /** The text of this name, null when it is not there. */
    @Nullable
    String text(String name) {
        JsonNode value = json.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw Refusal.bad("The member " + name + " must be a string.");
        }
        return value.stringValue();
    }

    /** One of the names of an enumeration, null when it is not there. */
    <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        List<E> all = Arrays.asList(type.getEnumConstants());
        return all.stream().filter(one -> one.name().equals(text)).findFirst()
                .orElseThrow(() -> Refusal.bad("The member "
                        + name + " must be one of " + String.join(", ", all.stream().map(Enum::name).toList()) + "."));
    }

    List<String> texts(String name, int most) {
        JsonNode value = json.get(name);
        if (value == null || !value.isArray()) {
            throw Refusal.bad("The member " + name + " must be an array of strings.");
        }
        if (value.size() > most) {
            throw Refusal.bad("The member " + name + " may hold " + most + " texts at most.");
        }
        List<String> texts = new ArrayList<>(value.size());
        for (JsonNode one : value) {
            if (!one.isString()) {
                throw Refusal.bad("The member " + name + " must be an array of strings.");
            }
            texts.add(one.stringValue());
        }
        return texts;
    }
}
