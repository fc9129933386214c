package org.covigie.bot.sandbox.twilio;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A content template with its variables put in. What is wrong with the template's name or the variables' form is refused at once;
 * what Meta would not take (63013, 63021) shows later, as on the real server.
 */
final class Rendering {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern UNTIDY = Pattern.compile(" {5}|\\R{5}");

    private final State.Content content;
    private final String sid;
    private final Map<String, String> variables = new HashMap<>();
    private int error;

    Rendering(Engine engine, String sid, @Nullable String variables) {
        State.Content known = engine.state.contents.get(sid);
        if (known == null) {
            throw Refusal.bad(21655, "The ContentSid is Invalid");
        }
        this.content = known;
        this.sid = sid;
        known.json.path("variables").properties()
                .forEach(entry -> this.variables.put(entry.getKey(), entry.getValue().asString("")));
        read(variables);
    }

    private void read(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return;
        }
        JsonNode json;
        try {
            json = Json.MAPPER.readTree(given);
        } catch (JacksonException e) {
            json = Json.array();
        }
        if (!(json instanceof ObjectNode object)) {
            throw Refusal.bad(21656, "The ContentVariables Parameter is invalid");
        }
        object.properties().forEach(entry -> variables.put(entry.getKey(), entry.getValue().asString("")));
    }

    void into(State.Message message) {
        message.contentSid = sid;
        message.approved = content.approved;
        JsonNode types = content.json.path("types");
        for (Map.Entry<String, JsonNode> type : types.properties()) {
            JsonNode what = type.getValue();
            switch (type.getKey()) {
                case "twilio/quick-reply" -> buttons(message, what.path("actions"), "title", 20,
                        content.approved ? 10 : 3);
                case "twilio/list-picker" -> {
                    message.list = true;
                    buttons(message, what.path("items"), "item", 24, 10);
                    fits(put(Json.text(what, "button")), 20);
                }
                default -> message.buttons.clear();
            }
            message.body = put(Json.text(what, "body"));
            fits(message.body, 1024);
            break;
        }
        if (error != 0) {
            message.error = error;
        }
    }

    private void buttons(State.Message message, JsonNode entries, String title, int longest, int most) {
        for (JsonNode entry : entries) {
            State.Button button = new State.Button(put(Json.text(entry, "id")), put(Json.text(entry, title)));
            fits(button.title(), longest);
            fits(button.id(), 200);
            message.buttons.add(button);
        }
        if (error == 0 && (message.buttons.isEmpty() || message.buttons.size() > most)) {
            error = 63021;
        }
    }

    private void fits(String text, int longest) {
        if (error == 0 && (text.isEmpty() || text.length() > longest)) {
            error = 63021;
        }
    }

    private String put(String text) {
        Matcher variable = VARIABLE.matcher(text);
        StringBuilder whole = new StringBuilder();
        while (variable.find()) {
            String value = variables.getOrDefault(variable.group(1), "");
            if (value.isBlank() || UNTIDY.matcher(value).find()) {
                error = 63013;
            }
            variable.appendReplacement(whole, Matcher.quoteReplacement(value));
        }
        return variable.appendTail(whole).toString();
    }
}
