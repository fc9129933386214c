package org.covigie.bot.sandbox.telegram;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages with text or a file, everybody's or one person's: core.telegram.org/bots/api#sendmessage. */
final class SendMethods {

    /** Seconds in which a pressed button lets a bot without rights answer by an ephemeral message. */
    private static final long EPHEMERAL_WINDOW = 15;
    private static final int MOST_FILES = 40;
    /** Of a photo: core.telegram.org/bots/api#sending-files. Documents may be larger there, but not in this memory. */
    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final Set<String> ACTIONS = Set.of("typing", "upload_photo", "record_video", "upload_video",
            "record_voice",
            "upload_voice", "upload_document", "choose_sticker", "find_location", "record_video_note",
            "upload_video_note");

    private final Engine engine;
    private final Doors doors;

    SendMethods(Engine engine) {
        this.engine = engine;
        this.doors = new Doors(engine);
    }

    void register(Registrar registrar) {
        registrar.add("sendMessage", this::sendMessage);
        registrar.add("sendPhoto", call -> sendFile(call, "photo"));
        registrar.add("sendDocument", call -> sendFile(call, "document"));
        registrar.add("sendChatAction", this::sendChatAction);
    }

    private JsonNode sendMessage(Call call) {
        Room room = doors.reachable(call);
        Texts text = Texts.of(call.text("text"), call.path("entities"), call.text("parse_mode"));
        if (text.text().isEmpty()) {
            throw Refusal.bad("message text is empty");
        }
        if (text.length() > Texts.TEXT) {
            throw Refusal.bad("message is too long");
        }
        ObjectNode content = Json.object().put("text", text.text());
        if (!text.entities().isEmpty()) {
            content.set("entities", text.entities());
        }
        Doors.fields("link_preview_options", call.path("link_preview_options"),
                Set.of("is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text"));
        if (call.has("link_preview_options")) {
            content.set("link_preview_options", call.path("link_preview_options"));
        }
        return send(call, room, content);
    }

    private JsonNode sendFile(Call call, String kind) {
        Room room = doors.reachable(call);
        String value = call.text(kind);
        Upload upload = call.files().get(value.startsWith("attach://") ? value.substring(9) : kind);
        String fileId = value;
        if (upload != null) {
            if (upload.bytes().length == 0) {
                throw Refusal.bad("file must be non-empty");
            }
            if (upload.bytes().length > MOST_BYTES) {
                throw kind.equals("photo")
                        ? Refusal.bad("file of size " + upload.bytes().length + " bytes is too big for a photo")
                        : Refusal.tooLarge();
            }
            fileId = UUID.randomUUID().toString().replace("-", "");
            if (engine.files.size() >= MOST_FILES) {
                engine.files.clear();
            }
            engine.files.put(fileId, upload);
        } else if (!engine.files.containsKey(value)) {
            throw Refusal.bad("wrong file identifier/HTTP URL specified");
        }
        Texts caption = Texts.of(call.text("caption"), call.path("caption_entities"), call.text("parse_mode"));
        if (caption.length() > Texts.CAPTION) {
            throw Refusal.bad("message caption is too long");
        }
        return send(call, room, content(kind, fileId, caption));
    }

    private ObjectNode content(String kind, String fileId, Texts caption) {
        Upload upload = engine.files.get(fileId);
        long size = upload == null ? 0 : upload.bytes().length;
        ObjectNode file = Json.object().put("file_id", fileId)
                .put("file_unique_id", fileId.substring(0, Math.min(12, fileId.length())))
                .put("file_size", size);
        ObjectNode content = Json.object();
        if (kind.equals("photo")) {
            content.putArray("photo").add(file.put("width", 512).put("height", 512));
        } else {
            content.set("document", file.put("file_name", upload == null ? "file" : upload.name()).put("mime_type",
                    upload == null ? "application/octet-stream" : upload.contentType()));
        }
        if (!caption.text().isEmpty()) {
            content.put("caption", caption.text());
            if (!caption.entities().isEmpty()) {
                content.set("caption_entities", caption.entities());
            }
        }
        return content;
    }

    /** What every kind of message shares; public to polls too. */
    JsonNode send(Call call, Room room, ObjectNode content) {
        JsonNode keyboard = Keyboards.check(call.get("reply_markup"));
        JsonNode personal = call.get("ephemeral_message_parameters");
        Long receiver = personal == null ? null : receiver(room, personal);
        ObjectNode reply = reply(call, room);
        Integer thread = thread(call, room);
        engine.rates.spend(room);
        ObjectNode message = receiver == null ? engine.message(room) : Json.object().put("message_id", 0);
        message.set("from", engine.bot());
        if (receiver != null) {
            message.set("chat", room.chat.deepCopy());
            message.put("date", engine.now());
        }
        if (thread != null) {
            message.put("message_thread_id", thread).put("is_topic_message", true);
        }
        message.setAll(content);
        if (reply != null) {
            message.setAll(reply);
        } else if (thread != null && room.messages.get(thread) instanceof ObjectNode topic) {
            message.set("reply_to_message", Engine.quoted(topic));
        }
        if (keyboard != null) {
            message.set("reply_markup", keyboard);
        }
        if (receiver == null) {
            engine.post(room, message, false);
            return message;
        }
        int id = engine.state.nextEphemeral++;
        message.put("ephemeral_message_id", id);
        message.set("receiver_user", engine.user(receiver));
        room.ephemerals.put(id, message);
        while (room.ephemerals.size() > 300) {
            room.ephemerals.pollFirstEntry();
        }
        return message;
    }

    private @Nullable ObjectNode reply(Call call, Room room) {
        JsonNode to = call.get("reply_parameters");
        if (to == null) {
            return null;
        }
        Doors.fields("reply_parameters", to,
                Set.of("message_id", "ephemeral_message_id", "chat_id", "allow_sending_without_reply", "quote",
                        "quote_parse_mode", "quote_entities", "quote_position", "checklist_task_id", "poll_option_id"));
        if (to.hasNonNull("ephemeral_message_id")) {
            return null;
        }
        ObjectNode target = room.messages.get(to.path("message_id").asInt(0));
        if (target == null || to.hasNonNull("chat_id") && Json.id(to, "chat_id") != room.id) {
            if (to.path("allow_sending_without_reply").asBoolean(false)) {
                return null;
            }
            throw Refusal.bad("message to be replied not found");
        }
        ObjectNode reply = Json.object();
        reply.set("reply_to_message", Engine.quoted(target));
        String quote = Json.text(to, "quote");
        if (!quote.isEmpty()) {
            int position = (Json.text(target, "text") + Json.text(target, "caption")).indexOf(quote);
            if (position < 0 || quote.length() > 1024) {
                throw Refusal.bad("QUOTE_TEXT_INVALID");
            }
            reply.putObject("quote").put("text", quote).put("position", position).put("is_manual", true);
        }
        return reply;
    }

    private @Nullable Integer thread(Call call, Room room) {
        if (!call.has("message_thread_id")) {
            return null;
        }
        int thread = (int) call.number("message_thread_id", 0);
        ObjectNode topic = room.messages.get(thread);
        if (!room.isForum() || topic == null || !topic.has("forum_topic_created")) {
            throw Refusal.bad("message thread not found");
        }
        return thread;
    }

    private long receiver(Room room, JsonNode personal) {
        Doors.fields("ephemeral_message_parameters", personal,
                Set.of("receiver_user_id", "callback_query_id", "replace_callback_query_message"));
        if (!personal.path("receiver_user_id").isIntegralNumber()) {
            throw Refusal.bad("can't parse ephemeral_message_parameters: exactly one receiver_user_id is expected");
        }
        long receiver = Json.id(personal, "receiver_user_id");
        if (room.isPrivate()) {
            throw Refusal.bad("ephemeral messages can be sent only in groups");
        }
        if (!room.has(receiver)) {
            throw Refusal.bad("user not found");
        }
        State.Callback pressed = engine.state.callbacks.get(Json.text(personal, "callback_query_id"));
        boolean justPressed = pressed != null && pressed.user() == receiver
                && engine.now() - pressed.at() <= EPHEMERAL_WINDOW;
        if (!room.isAdmin(engine.botId) && !justPressed) {
            throw Refusal.bad("not enough rights to send ephemeral messages to the chat");
        }
        return receiver;
    }

    private JsonNode sendChatAction(Call call) {
        doors.reachable(call);
        if (!ACTIONS.contains(call.text("action"))) {
            throw Refusal.bad("wrong parameter action in request");
        }
        return Json.yes();
    }
}
