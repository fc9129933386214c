package org.covigie.bot.sandbox.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The HTTP side: path, token, method, and the answer's envelope. */
final class BotApi implements HttpHandler {

    private static final Pattern PATH = Pattern.compile("/bot([^/]+)/(?:test/)?([A-Za-z0-9_]+)/?");
    private static final int KEPT_CALLS = 2_000;

    private final Engine engine;
    private final byte[] token;
    private final MethodTable table = new MethodTable();
    private final Map<String, Method> methods = new HashMap<>();
    private final UpdateMethods updates;

    /** One method of the Bot API; runs under the engine's lock. */
    interface Method {
        JsonNode run(Call call);
    }

    BotApi(Engine engine, String token, UpdateMethods updates) {
        this.engine = engine;
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.updates = updates;
        updates.register(this::add);
        new SendMethods(engine).register(this::add);
        new ForwardMethods(engine).register(this::add);
        new EditMethods(engine).register(this::add);
        new ChatMethods(engine).register(this::add);
        new MemberMethods(engine).register(this::add);
        new PollMethods(engine).register(this::add);
        new CommandMethods(engine).register(this::add);
    }

    private void add(String name, Method method) {
        methods.put(name.toLowerCase(Locale.ROOT), method);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            ObjectNode answer = Json.object();
            int status = 200;
            Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
            Call call = new Call(path.matches() ? path.group(2) : "", Map.of(), Map.of());
            try {
                if (!path.matches()) {
                    throw Refusal.notFound();
                }
                if (!MessageDigest.isEqual(token, path.group(1).getBytes(StandardCharsets.UTF_8))) {
                    throw Refusal.unauthorized();
                }
                call = Requests.read(path.group(2), exchange);
                answer.put("ok", true);
                answer.set("result", run(table.check(call)));
            } catch (Refusal refusal) {
                status = refusal.code;
                refuse(exchange, answer, refusal);
            }
            remember(call, status, answer);
            byte[] bytes = Json.MAPPER.writeValueAsBytes(answer);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private JsonNode run(Call call) {
        String name = call.method().toLowerCase(Locale.ROOT);
        if (name.equals("getupdates")) {
            return updates.getUpdates(call);
        }
        Method method = methods.get(name);
        if (method == null) {
            throw Refusal.notFound();
        }
        return engine.change(() -> method.run(call).deepCopy());
    }

    private static void refuse(HttpExchange exchange, ObjectNode answer, Refusal refusal) {
        answer.removeAll();
        answer.put("ok", false).put("error_code", refusal.code).put("description", refusal.description());
        ObjectNode parameters = refusal.parameters;
        if (parameters != null) {
            answer.set("parameters", parameters);
            if (parameters.has("retry_after")) {
                exchange.getResponseHeaders().set("Retry-After", parameters.path("retry_after").asString("1"));
            }
        }
    }

    private void remember(Call call, int status, ObjectNode answer) {
        if (call.method().equalsIgnoreCase("getUpdates")) {
            return;
        }
        engine.read(() -> {
            engine.calls.addLast(new BotCall(call.method(), call.json(), status, Json.text(answer, "description")));
            if (engine.calls.size() > KEPT_CALLS) {
                engine.calls.removeFirst();
            }
            return true;
        });
    }
}
