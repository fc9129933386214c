package org.covigie.bot.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The reference beside which the bot is measured: the least that a bot can do and still lose no update. It stores each raw
 * update in one table (one commit for each webhook call or poll), then answers a tag by one call. Configured like the bot.
 *
 * <p>What it leaves out, and the bot does: roles and the check that the tag comes from a correspondent, people and consent, the
 * check for patient data, encryption, dropping what does not concern it before it is stored, an order of work within a chat,
 * an outbox (an acknowledgement is lost when it is killed between commit and call), pacing, answers to 429 and failed calls,
 * drafts as anything but stored tags, every command but {@code /p}, webhook registration, and any protection of its API.
 * Its figures are a floor that no complete bot reaches; the ratio to them can be compared between machines.
 */
final class BareBot {
    private static final int CALLERS = 16;
    private static final Duration CALL_LIMIT = Duration.ofSeconds(70);

    private final BareStore store;
    private final String prefix;
    private final String secret;
    private final int telegram;
    private final BlockingQueue<WireClient> callers = new ArrayBlockingQueue<>(CALLERS);

    private BareBot(Map<String, String> environment, BareStore store) {
        this.store = store;
        this.prefix = "/bot" + environment.get("COVIGIE_TELEGRAM_TOKEN") + "/";
        this.secret = environment.getOrDefault("COVIGIE_TELEGRAM_WEBHOOK_SECRET", "");
        this.telegram = URI.create(environment.getOrDefault("COVIGIE_TELEGRAM_API_URL", "")).getPort();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(new WireClient(telegram, CALL_LIMIT));
        }
    }

    /** Serves until it is killed. */
    static int serve(Map<String, String> environment) throws IOException, SQLException {
        BareBot bot = new BareBot(environment, new BareStore(environment.getOrDefault("SPRING_DATASOURCE_URL", ""),
                environment.getOrDefault("SPRING_DATASOURCE_USERNAME", "sa"),
                environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", "")));
        try (WireServer server = WireServer.start(Integer.parseInt(environment.getOrDefault("SERVER_PORT", "8080")),
                bot::answer)) {
            if ("polling".equals(environment.get("COVIGIE_TELEGRAM_MODE"))) {
                bot.poll();
            }
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private void poll() throws InterruptedException {
        long offset = 0;
        try (WireClient client = new WireClient(telegram, CALL_LIMIT)) {
            while (!Thread.currentThread().isInterrupted()) {
                String call = "{\"offset\":" + offset + ",\"timeout\":50,\"limit\":100}";
                try {
                    WireMessage answer = client.post(prefix + "getUpdates", Map.of(),
                            call.getBytes(StandardCharsets.UTF_8));
                    List<BareStore.Row> rows = new ArrayList<>();
                    for (JsonNode update : Payloads.JSON.readTree(answer.body()).path("result")) {
                        rows.add(row(update.toString(), update.path("update_id").asLong()));
                    }
                    if (!rows.isEmpty()) {
                        store.insert(rows).forEach(this::acknowledge);
                        offset = rows.getLast().id() + 1;
                    }
                } catch (IOException | SQLException e) {
                    Waiting.pause(Duration.ofMillis(200));
                }
            }
        } catch (IOException e) {
            // closing failed; there is nothing left to close
        }
    }

    private WireServer.Answer answer(WireMessage request) {
        try {
            return switch (request.path()) {
                case WebhookFeeder.PATH -> webhook(request);
                case "/actuator/health/readiness" -> new WireServer.Answer(200, "{\"status\":\"UP\"}");
                case "/api/v1/groups" -> groups();
                case "/api/v1/signals" -> signals(request);
                default -> new WireServer.Answer(404, "{}");
            };
        } catch (SQLException e) {
            return new WireServer.Answer(503, "{}");
        } catch (JacksonException e) {
            return new WireServer.Answer(200, "{}");
        }
    }

    private WireServer.Answer webhook(WireMessage request) throws SQLException {
        if (!secret.equals(request.headers().get("x-telegram-bot-api-secret-token"))) {
            return new WireServer.Answer(401, "{}");
        }
        String body = new String(request.body(), StandardCharsets.UTF_8);
        long id = Payloads.JSON.readTree(body).path("update_id").asLong();
        for (BareStore.Row row : store.insert(List.of(row(body, id)))) {
            if (row.kind().equals("T")) {
                Thread.ofVirtual().start(() -> acknowledge(row));
            }
        }
        return new WireServer.Answer(200, "");
    }

    private static BareStore.Row row(String body, long id) {
        String kind = body.contains("\"text\":\"/p\"")
                ? "T"
                : body.contains("\"text\":\"/correspondant\"") ? "C" : body.contains("\"my_chat_member\"") ? "G" : "X";
        return new BareStore.Row(id, kind, body);
    }

    private void acknowledge(BareStore.Row row) {
        if (!row.kind().equals("T")) {
            return;
        }
        JsonNode message = Payloads.JSON.readTree(row.body()).path("message");
        ObjectNode call = Payloads.object().put("chat_id", message.path("chat").path("id").asString())
                .put("message_id", message.path("reply_to_message").path("message_id").asLong());
        call.putArray("reaction").addObject().put("type", "emoji").put("emoji", "👍");
        try {
            WireClient caller = callers.take();
            try {
                caller.post(prefix + "setMessageReaction", Map.of(), Payloads.bytes(call));
            } finally {
                callers.add(caller);
            }
        } catch (IOException e) {
            // no outbox here: it is lost
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WireServer.Answer groups() throws SQLException {
        ObjectNode page = Payloads.object().put("total", store.count("G"));
        ArrayNode items = page.putArray("items");
        for (long i = store.count("C"); i > 0; i--) {
            items.addObject().putArray("correspondents").add(2);
        }
        return new WireServer.Answer(200, Payloads.bytes(page));
    }

    private WireServer.Answer signals(WireMessage request) throws SQLException {
        JsonNode params = Params.of(request);
        ObjectNode page = Payloads.object().put("total", store.count("T"));
        ArrayNode items = page.putArray("items");
        for (String body : store.bodies("T", (int) Params.number(params, "page", 0),
                (int) Params.number(params, "size", 50))) {
            String text = Payloads.JSON.readTree(body).path("message").path("reply_to_message").path("text")
                    .asString("");
            items.addObject().put("text", text);
        }
        return new WireServer.Answer(200, Payloads.bytes(page));
    }
}
