package org.covigie.bot.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A minimal Telegram server for load: it answers fast and refuses nothing (core.telegram.org/bots/api#making-requests).
 *
 * <p>By itself it knows no limits; messages may meet some by {@link Sends}. An unknown method gets
 * {@code true}. Parameters are taken from JSON, form or query; multipart bodies are not read. Method names match in any case.
 */
final class LoadEmulator implements AutoCloseable {
    private static final int LONGEST_POLL_SECONDS = 50;
    private static final WireServer.Answer TRUE = new WireServer.Answer(200, "{\"ok\":true,\"result\":true}");
    private static final WireServer.Answer NOT_FOUND = new WireServer.Answer(404,
            "{\"ok\":false,\"error_code\":404,\"description\":\"Not Found\"}");
    private static final WireServer.Answer CONFLICT = new WireServer.Answer(409,
            "{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: terminated by other getUpdates request; make sure that only one "
                    + "bot instance is running\"}");
    private static final WireServer.Answer WEBHOOK_SET = new WireServer.Answer(409,
            "{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: can't use getUpdates method while webhook is active; use "
                    + "deleteWebhook to delete the webhook first\"}");

    private final Crowd crowd;
    private final Ledger ledger;
    private final @Nullable PollingFeeder polling;
    private final Sends sends;
    private final WireServer server;
    // far above what the groups' own messages use
    private final AtomicLong messages = new AtomicLong(1_000_000_000);

    private LoadEmulator(int port, Crowd crowd, Ledger ledger, @Nullable PollingFeeder polling, Sends sends)
            throws IOException {
        this.crowd = crowd;
        this.sends = sends;
        this.ledger = ledger;
        this.polling = polling;
        this.server = WireServer.start(port, this::answer);
    }

    /**
     * @param polling what getUpdates serves; null in webhook mode
     * @param sends what messages meet
     */
    static LoadEmulator start(Crowd crowd, Ledger ledger, @Nullable PollingFeeder polling, Sends sends)
            throws IOException {
        return new LoadEmulator(0, crowd, ledger, polling, sends);
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    private WireServer.Answer answer(WireMessage request) throws InterruptedException {
        String path = request.path();
        if (!path.startsWith("/bot")) {
            return NOT_FOUND;
        }
        String method = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (method.equals("getupdates")) {
            return updates(Params.of(request));
        }
        ledger.called(method);
        return switch (method) {
            case "getme" -> ok(Payloads.bot().put("can_join_groups", true).put("can_read_all_group_messages", true)
                    .put("supports_inline_queries", false));
            case "getwebhookinfo" -> ok(Payloads.object().put("url", "").put("has_custom_certificate", false)
                    .put("pending_update_count", 0));
            case "getchatmember" -> ok(member(Params.of(request)));
            case "getchatmembercount" ->
                new WireServer.Answer(200, "{\"ok\":true,\"result\":" + (crowd.membersEach() + 3) + "}");
            case "getchat" -> ok(Payloads.chat(Params.number(Params.of(request), "chat_id", 0)));
            case "getchatadministrators" -> administrators(Params.of(request));
            case "setmessagereaction" -> reaction(Params.of(request));
            case "sendmessage", "sendphoto", "senddocument", "sendpoll" -> taken(Params.of(request));
            case "editmessagetext", "editmessagereplymarkup" -> sent(Params.of(request));
            default -> TRUE;
        };
    }

    private WireServer.Answer updates(JsonNode params) throws InterruptedException {
        if (polling == null) {
            return WEBHOOK_SET;
        }
        long seconds = Math.clamp(Params.number(params, "timeout", 0), 0, LONGEST_POLL_SECONDS);
        int limit = (int) Math.clamp(Params.number(params, "limit", PollingFeeder.LARGEST_BATCH), 1,
                PollingFeeder.LARGEST_BATCH);
        return switch (polling.poll(Params.number(params, "offset", 0), limit, Duration.ofSeconds(seconds))) {
            case PollingFeeder.Polled.Batch batch -> UpdatesAnswer.of(batch.updates());
            case PollingFeeder.Polled.Conflict _ -> CONFLICT;
        };
    }

    private ObjectNode member(JsonNode params) {
        long person = Params.number(params, "user_id", 0);
        if (person == Crowd.BOT) {
            return Payloads.membership("administrator", Payloads.bot());
        }
        boolean creator = crowd.created(Params.number(params, "chat_id", 0), person);
        return Payloads.membership(creator ? "creator" : "member", Payloads.person(person));
    }

    private WireServer.Answer administrators(JsonNode params) {
        ObjectNode answer = Payloads.object().put("ok", true);
        int group = (int) Math.clamp(crowd.chat(0) - Params.number(params, "chat_id", 0), 0, crowd.groups() - 1);
        answer.putArray("result").add(Payloads.membership("creator", Payloads.person(crowd.animator(group))));
        return new WireServer.Answer(200, Payloads.bytes(answer));
    }

    private WireServer.Answer reaction(JsonNode params) {
        // an empty list takes a reaction back and acknowledges nothing
        if (!params.path("reaction").isEmpty()) {
            ledger.reacted(Params.number(params, "chat_id", 0), Params.number(params, "message_id", 0));
        }
        return TRUE;
    }

    private WireServer.Answer taken(JsonNode params) {
        WireServer.Answer otherwise = sends.judge(params);
        return otherwise == null ? sent(params) : otherwise;
    }

    private WireServer.Answer sent(JsonNode params) {
        long id = Params.number(params, "message_id", messages.incrementAndGet());
        return ok(Payloads.message(Params.number(params, "chat_id", 0), id, Crowd.BOT, "…"));
    }

    private static WireServer.Answer ok(ObjectNode result) {
        ObjectNode answer = Payloads.object().put("ok", true);
        answer.set("result", result);
        return new WireServer.Answer(200, Payloads.bytes(answer));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
