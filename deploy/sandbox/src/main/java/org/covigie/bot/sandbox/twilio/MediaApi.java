package org.covigie.bot.sandbox.twilio;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Media of a message: the list, and the bytes behind a redirect to a store that wants no credentials, as Twilio's does
 * (twilio.com/docs/messaging/api/media-resource).
 */
final class MediaApi {

    static final String STORE = "/media-store/";
    private static final Pattern PATH = Pattern
            .compile("/Messages/((?:SM|MM)[0-9a-f]{32})/Media(?:/(ME[0-9a-f]{32}))?(\\.json)?");

    private final Engine engine;

    MediaApi(Engine engine) {
        this.engine = engine;
    }

    Reply answer(Request request, String path) {
        Matcher asked = PATH.matcher(path);
        if (!asked.matches() || request.posts()) {
            throw Refusal.notFound(path);
        }
        return engine.read(() -> {
            State.Message message = engine.message(asked.group(1));
            if (asked.group(2) == null) {
                return Reply.json(200, list(message));
            }
            State.Media media = message.media.stream().filter(one -> one.sid().equals(asked.group(2))).findFirst()
                    .orElseThrow(() -> Refusal.notFound(path));
            return asked.group(3) == null
                    ? Reply.redirect(engine.url + STORE + media.sid())
                    : Reply.json(200, Shapes.media(engine, message, media));
        });
    }

    private ObjectNode list(State.Message message) {
        ArrayNode rows = Json.array();
        message.media.forEach(media -> rows.add(Shapes.media(engine, message, media)));
        ObjectNode json = Json.object();
        json.set("media_list", rows);
        String uri = Shapes.uri(engine, message.sid) + "/Media.json?PageSize=50&Page=0";
        return json.put("page", 0).put("page_size", 50).put("start", 0).put("end", Math.max(0, rows.size() - 1))
                .put("uri", uri).put("first_page_uri", uri).putNull("previous_page_uri").putNull("next_page_uri");
    }

    /** A signed address needs no credentials, and such stores refuse a request that brings both. */
    Reply stored(Request request) {
        if (request.authorization() != null) {
            throw Refusal.bad(20001, "Only one authorization mechanism is allowed");
        }
        String sid = request.path().substring(STORE.length());
        return engine.read(() -> {
            byte[] bytes = engine.bytes.get(sid);
            if (bytes == null) {
                throw Refusal.notFound(request.path());
            }
            String type = engine.state.messages.values().stream().flatMap(one -> one.media.stream())
                    .filter(one -> one.sid().equals(sid)).map(State.Media::type).findFirst()
                    .orElse("application/octet-stream");
            return Reply.bytes(type, bytes);
        });
    }
}
