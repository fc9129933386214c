package org.covigie.bot.sandbox.telegram;

import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Native polls: core.telegram.org/bots/api#sendpoll. */
final class PollMethods {

    private static final int MOST_OPTIONS = 12;

    private final Engine engine;
    private final Doors doors;

    PollMethods(Engine engine) {
        this.engine = engine;
        this.doors = new Doors(engine);
    }

    void register(Registrar registrar) {
        registrar.add("sendPoll", this::sendPoll);
        registrar.add("stopPoll", this::stopPoll);
    }

    private JsonNode sendPoll(Call call) {
        Room room = doors.reachable(call);
        String question = call.text("question").strip();
        if (question.isEmpty()) {
            throw Refusal.bad("poll question must be non-empty");
        }
        if (question.codePointCount(0, question.length()) > 300) {
            throw Refusal.bad("poll question must not exceed 300 characters");
        }
        ObjectNode poll = Json.object()
                .put("id", String.valueOf(UUID.randomUUID().getMostSignificantBits() & Long.MAX_VALUE))
                .put("question", question);
        poll.set("options", options(call.path("options")));
        poll.put("total_voter_count", 0).put("is_closed", false).put("is_anonymous", call.flag("is_anonymous", true))
                .put("type", "regular")
                .put("allows_multiple_answers", call.flag("allows_multiple_answers", false))
                .put("allows_revoting", call.flag("allows_revoting", true))
                .put("members_only", call.flag("members_only", false));
        ObjectNode content = Json.object();
        content.set("poll", poll);
        return new SendMethods(engine).send(call, room, content);
    }

    private static ArrayNode options(JsonNode wanted) {
        if (wanted.isEmpty()) {
            throw Refusal.bad("poll must have at least 1 option");
        }
        if (wanted.size() > MOST_OPTIONS) {
            throw Refusal.bad("poll can't have more than " + MOST_OPTIONS + " options");
        }
        ArrayNode options = Json.array();
        int number = 0;
        for (JsonNode option : wanted) {
            String text = (option.isObject() ? Json.text(option, "text") : option.asString("")).strip();
            if (text.isEmpty()) {
                throw Refusal.bad("poll options must be non-empty");
            }
            if (text.codePointCount(0, text.length()) > 100) {
                throw Refusal.bad("poll options length must not exceed 100");
            }
            options.add(Json.object().put("persistent_id", String.valueOf(number++)).put("text", text)
                    .put("voter_count", 0));
        }
        return options;
    }

    private JsonNode stopPoll(Call call) {
        Room room = doors.reachable(call);
        ObjectNode message = doors.message(room, call.number("message_id", 0), "message with poll to stop not found");
        if (!(message.path("poll") instanceof ObjectNode poll) || Json.id(message.path("from"), "id") != engine.botId) {
            throw Refusal.bad("poll can't be stopped");
        }
        if (poll.path("is_closed").asBoolean(false)) {
            throw Refusal.bad("poll has already been closed");
        }
        return poll.put("is_closed", true);
    }
}
