package org.covigie.bot.sandbox.twilio;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Content templates: create, fetch, list, delete (twilio.com/docs/content). Their form is checked here, their text when sent. */
final class ContentApi {

    private static final String PATH = "/v1/Content";
    private static final String HOST = "https://content.twilio.com";
    private static final Set<String> TYPES = Set.of("twilio/text", "twilio/quick-reply", "twilio/list-picker",
            "twilio/media");

    private final Engine engine;

    ContentApi(Engine engine) {
        this.engine = engine;
    }

    Reply answer(Request request) {
        if (request.path().equals(PATH)) {
            return request.posts() ? create(request) : list(request);
        }
        String sid = request.path().substring(PATH.length() + 1);
        return engine.change(() -> {
            State.Content content = engine.state.contents.get(sid);
            if (content == null) {
                throw Refusal.notFound(request.path());
            }
            if (request.method().equals("DELETE")) {
                engine.state.contents.remove(sid);
                return new Reply(204, "application/json", new byte[0], null);
            }
            return Reply.json(200, content.json);
        });
    }

    private Reply create(Request request) {
        JsonNode given;
        try {
            given = Json.MAPPER.readTree(request.body());
        } catch (JacksonException e) {
            throw Refusal.bad(20001, "Invalid JSON");
        }
        JsonNode types = given.path("types");
        String type = types.properties().stream().filter(entry -> entry.getValue().isObject())
                .map(java.util.Map.Entry::getKey).findFirst().orElse("");
        if (!TYPES.contains(type) || Json.text(given, "language").isEmpty()) {
            throw Refusal.bad(20001, "Types and language are required");
        }
        int choices = types.path(type).path(type.endsWith("list-picker") ? "items" : "actions").size();
        if ((type.endsWith("list-picker") || type.endsWith("quick-reply")) && (choices < 1 || choices > 10)) {
            throw Refusal.bad(20001, "From 1 to 10 choices are allowed");
        }
        ObjectNode kept = Json.object();
        kept.set(type, types.path(type).deepCopy());
        JsonNode variables = given.path("variables").isObject() ? given.path("variables") : Json.object();
        return engine.change(() -> Reply.json(201, keep(null, Json.text(given, "friendly_name"),
                Json.text(given, "language"), variables.deepCopy(), kept, false)));
    }

    /** Under the lock. */
    ObjectNode keep(@Nullable String sid, String name, String language, JsonNode variables, JsonNode types,
            boolean approved) {
        State.Content content = new State.Content();
        String id = sid == null ? Engine.sid("HX") : sid;
        String now = engine.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
        content.json.put("sid", id).put("account_sid", engine.accountSid).put("friendly_name", name)
                .put("language", language).put("date_created", now).put("date_updated", now)
                .put("url", HOST + PATH + "/" + id);
        content.json.set("variables", variables);
        content.json.set("types", types);
        content.json.set("links", Json.object().put("approval_fetch", HOST + PATH + "/" + id + "/ApprovalRequests")
                .put("approval_create", HOST + PATH + "/" + id + "/ApprovalRequests/whatsapp"));
        content.approved = approved;
        engine.state.contents.put(id, content);
        return content.json;
    }

    private Reply list(Request request) {
        int size = Math.clamp(Paging.number(request.query(), "PageSize", 50), 1, 500);
        int page = Math.max(0, Paging.number(request.query(), "Page", 0));
        return Reply.json(200, engine.read(() -> {
            List<State.Content> all = new ArrayList<>(engine.state.contents.values());
            int start = Math.min(all.size(), page * size);
            int end = Math.min(all.size(), start + size);
            ArrayNode rows = Json.array();
            all.subList(start, end).forEach(one -> rows.add(one.json.deepCopy()));
            ObjectNode json = Json.object();
            json.set("contents", rows);
            ObjectNode meta = Json.object().put("page", page).put("page_size", size).put("key", "contents")
                    .put("first_page_url", address(size, 0)).put("url", address(size, page));
            if (page == 0) {
                meta.putNull("previous_page_url");
            } else {
                meta.put("previous_page_url", address(size, page - 1));
            }
            if (end < all.size()) {
                meta.put("next_page_url", address(size, page + 1));
            } else {
                meta.putNull("next_page_url");
            }
            json.set("meta", meta);
            return json;
        }));
    }

    private static String address(int size, int page) {
        return HOST + PATH + "?PageSize=" + size + "&Page=" + page;
    }
}
