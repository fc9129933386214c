package org.covigie.bot.sandbox.telegram;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a bot does to messages that are there: core.telegram.org/bots/api#updating-messages. */
final class EditMethods {

    private static final String NOT_MODIFIED = "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";
    private static final long DELETE_WINDOW = 48 * 3600L;
    private static final long CALLBACK_WINDOW = 150;

    private final Engine engine;
    private final Doors doors;

    EditMethods(Engine engine) {
        this.engine = engine;
        this.doors = new Doors(engine);
    }

    void register(Registrar registrar) {
        registrar.add("editMessageText", call -> text(call, own(call)));
        registrar.add("editMessageReplyMarkup", call -> markup(call, own(call)));
        registrar.add("editEphemeralMessageText", call -> text(call, ephemeral(call)));
        registrar.add("editEphemeralMessageReplyMarkup", call -> markup(call, ephemeral(call)));
        registrar.add("deleteEphemeralMessage", this::deleteEphemeral);
        registrar.add("deleteMessage", this::delete);
        registrar.add("deleteMessages", this::deleteMany);
        registrar.add("answerCallbackQuery", this::answer);
        registrar.add("setMessageReaction", this::react);
        registrar.add("pinChatMessage", this::pin);
        registrar.add("unpinChatMessage", this::unpin);
    }

    private ObjectNode own(Call call) {
        if (call.has("inline_message_id")) {
            throw Refusal.bad("MESSAGE_ID_INVALID");
        }
        Room room = doors.reachable(call);
        if (!call.has("message_id")) {
            throw Refusal.bad("message identifier is not specified");
        }
        ObjectNode message = doors.message(room, call.number("message_id", 0), "message to edit not found");
        if (Json.id(message.path("from"), "id") != engine.botId) {
            throw Refusal.bad("message can't be edited");
        }
        return message;
    }

    private ObjectNode ephemeral(Call call) {
        ObjectNode message = doors.reachable(call).ephemerals.get((int) call.number("ephemeral_message_id", 0));
        if (message == null || Json.id(message.path("receiver_user"), "id") != call.number("receiver_user_id", 0)) {
            throw Refusal.bad("message to edit not found");
        }
        return message;
    }

    private JsonNode text(Call call, ObjectNode message) {
        if (!message.has("text")) {
            throw Refusal.bad("there is no text in the message to edit");
        }
        Texts text = Texts.of(call.text("text"), call.path("entities"), call.text("parse_mode"));
        if (text.text().isEmpty()) {
            throw Refusal.bad("message text is empty");
        }
        if (text.length() > Texts.TEXT) {
            throw Refusal.bad("MESSAGE_TOO_LONG");
        }
        JsonNode keyboard = Keyboards.check(call.get("reply_markup"));
        boolean same = Json.text(message, "text").equals(text.text())
                && text.entities().equals(message.has("entities") ? message.path("entities") : Json.array())
                && Objects.equals(keyboard, message.get("reply_markup"));
        if (same) {
            throw Refusal.bad(NOT_MODIFIED);
        }
        message.put("text", text.text());
        message.remove("entities");
        if (!text.entities().isEmpty()) {
            message.set("entities", text.entities());
        }
        return edited(message, keyboard);
    }

    private JsonNode markup(Call call, ObjectNode message) {
        JsonNode keyboard = Keyboards.check(call.get("reply_markup"));
        if (Objects.equals(keyboard, message.get("reply_markup"))) {
            throw Refusal.bad(NOT_MODIFIED);
        }
        return edited(message, keyboard);
    }

    private JsonNode edited(ObjectNode message, @Nullable JsonNode keyboard) {
        message.remove("reply_markup");
        if (keyboard != null) {
            message.set("reply_markup", keyboard);
        }
        return message.put("edit_date", engine.now());
    }

    private JsonNode deleteEphemeral(Call call) {
        ephemeral(call);
        doors.reachable(call).ephemerals.remove((int) call.number("ephemeral_message_id", 0));
        return Json.yes();
    }

    private JsonNode delete(Call call) {
        Room room = doors.reachable(call);
        int id = (int) call.number("message_id", 0);
        deletable(room, doors.message(room, id, "message to delete not found"));
        remove(room, id);
        return Json.yes();
    }

    private JsonNode deleteMany(Call call) {
        Room room = doors.reachable(call);
        if (call.path("message_ids").size() > 100) {
            throw Refusal.bad("too many message identifiers specified");
        }
        call.path("message_ids").forEach(id -> {
            ObjectNode message = room.messages.get(id.asInt(0));
            if (message != null) {
                deletable(room, message);
            }
        });
        call.path("message_ids").forEach(id -> remove(room, id.asInt(0)));
        return Json.yes();
    }

    private void deletable(Room room, ObjectNode message) {
        boolean own = Json.id(message.path("from"), "id") == engine.botId;
        boolean old = engine.now() - Json.id(message, "date") > DELETE_WINDOW;
        if (old || message.has("supergroup_chat_created")
                || !own && !room.isPrivate() && !room.may(engine.botId, "can_delete_messages")) {
            throw Refusal.bad("message can't be deleted");
        }
    }

    private static void remove(Room room, int id) {
        room.messages.remove(id);
        room.reactions.remove(id);
    }

    private JsonNode answer(Call call) {
        State.Callback pressed = engine.state.callbacks.remove(call.text("callback_query_id"));
        if (pressed == null || engine.now() - pressed.at() > CALLBACK_WINDOW) {
            throw Refusal.bad("query is too old and response timeout expired or query ID is invalid");
        }
        String text = call.text("text");
        if (text.codePointCount(0, text.length()) > 200) {
            throw Refusal.bad("MESSAGE_TOO_LONG");
        }
        if (!text.isBlank()) {
            engine.state.toasts
                    .add(new State.Toast(pressed.user(), text, call.flag("show_alert", false), engine.now()));
            if (engine.state.toasts.size() > 200) {
                engine.state.toasts.removeFirst();
            }
        }
        return Json.yes();
    }

    private JsonNode react(Call call) {
        Room room = doors.reachable(call);
        int id = (int) call.number("message_id", 0);
        doors.message(room, id, "message to react not found");
        JsonNode wanted = call.path("reaction");
        if (wanted.size() > 1) {
            throw Refusal.bad("REACTIONS_TOO_MANY");
        }
        Map<Long, String> here = room.reactions.computeIfAbsent(id, key -> new java.util.LinkedHashMap<>());
        if (wanted.isEmpty()) {
            here.remove(engine.botId);
            return Json.yes();
        }
        String emoji = Json.text(wanted.path(0), "emoji");
        if (!"emoji".equals(Json.text(wanted.path(0), "type")) || !AllowedReactions.ALL.contains(emoji)) {
            throw Refusal.bad("REACTION_INVALID");
        }
        here.put(engine.botId, emoji);
        return Json.yes();
    }

    private JsonNode pin(Call call) {
        Room room = doors.reachable(call);
        if (!room.isPrivate()) {
            doors.right(room, "can_pin_messages", "manage pinned messages in the chat");
        }
        int id = (int) call.number("message_id", 0);
        ObjectNode message = doors.message(room, id, "message to pin not found");
        room.pinned.remove((Integer) id);
        room.pinned.add(id);
        engine.service(room, engine.bot(), "pinned_message", Engine.quoted(message));
        return Json.yes();
    }

    private JsonNode unpin(Call call) {
        Room room = doors.reachable(call);
        if (!room.isPrivate()) {
            doors.right(room, "can_pin_messages", "manage pinned messages in the chat");
        }
        int id = (int) call.number("message_id", room.pinned.isEmpty() ? 0 : room.pinned.getLast());
        if (!room.pinned.remove((Integer) id)) {
            throw Refusal.bad("message to unpin not found");
        }
        return Json.yes();
    }
}
