package org.covigie.bot.sandbox.telegram;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Passing a message on: core.telegram.org/bots/api#forwardmessage. */
final class ForwardMethods {

    /** What of a message goes with it; buttons and the reference to another message stay. */
    private static final List<String> CONTENT = List.of("text", "entities", "caption", "caption_entities", "photo",
            "document", "contact", "poll");

    private final Engine engine;
    private final Doors doors;

    ForwardMethods(Engine engine) {
        this.engine = engine;
        this.doors = new Doors(engine);
    }

    void register(Registrar registrar) {
        registrar.add("forwardMessage", this::forwardMessage);
    }

    private JsonNode forwardMessage(Call call) {
        Room from = doors.reachable(call.text("from_chat_id"));
        Room room = doors.reachable(call);
        ObjectNode source = doors.message(from, call.number("message_id", 0), "message to forward not found");
        ObjectNode content = Json.object();
        CONTENT.stream().filter(source::has).forEach(field -> content.set(field, source.path(field).deepCopy()));
        if (content.isEmpty()) {
            throw Refusal.bad("message can't be forwarded");
        }
        content.set("forward_origin", origin(source));
        return new SendMethods(engine).send(call, room, content);
    }

    private static ObjectNode origin(ObjectNode source) {
        if (source.path("forward_origin") instanceof ObjectNode first) {
            return first.deepCopy();
        }
        ObjectNode origin = Json.object().put("date", Json.id(source, "date"));
        if (source.has("sender_chat")) {
            origin.put("type", "chat").set("sender_chat", source.path("sender_chat").deepCopy());
            return origin;
        }
        origin.put("type", "user").set("sender_user", source.path("from").deepCopy());
        return origin;
    }
}
