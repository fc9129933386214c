package org.covigie.bot.sandbox.telegram;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How the bot gets its updates: core.telegram.org/bots/api#getting-updates. */
final class UpdateMethods {

    private static final Set<String> KINDS = Set.of("message", "edited_message", "channel_post", "edited_channel_post",
            "business_connection", "business_message", "edited_business_message", "deleted_business_messages",
            "message_reaction", "message_reaction_count", "inline_query", "chosen_inline_result", "callback_query",
            "shipping_query", "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer", "my_chat_member",
            "chat_member", "chat_join_request", "chat_boost", "removed_chat_boost");
    /** The server cuts a longer wait to this. */
    private static final long LONGEST_POLL_SECONDS = 50;

    private final Engine engine;
    private long polls;
    private volatile boolean stopped;

    UpdateMethods(Engine engine) {
        this.engine = engine;
    }

    void register(Registrar registrar) {
        registrar.add("setWebhook", this::setWebhook);
        registrar.add("deleteWebhook", this::deleteWebhook);
        registrar.add("getWebhookInfo", call -> webhookInfo());
    }

    void stop() {
        stopped = true;
        engine.read(() -> {
            engine.arrived.signalAll();
            return true;
        });
    }

    /** Long polling. A second poll ends the first one with 409, as the real server does. */
    JsonNode getUpdates(Call call) {
        long timeout = Math.clamp(call.number("timeout", 0), 0, LONGEST_POLL_SECONDS);
        int limit = (int) Math.clamp(call.number("limit", 100), 1, 100);
        return engine.read(() -> {
            if (engine.state.webhook != null) {
                throw Refusal.conflict(
                        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            }
            allow(call);
            confirm(call.number("offset", 0));
            long mine = ++polls;
            engine.arrived.signalAll();
            long left = TimeUnit.SECONDS.toNanos(timeout);
            while (engine.state.updates.isEmpty() && left > 0 && !stopped) {
                left = await(left);
                if (mine != polls) {
                    throw Refusal.conflict(
                            "terminated by other getUpdates request; make sure that only one bot instance is running");
                }
                if (engine.state.webhook != null) {
                    throw Refusal.conflict("terminated by setWebhook request");
                }
            }
            ArrayNode batch = Json.array();
            engine.state.updates.stream().limit(limit).forEach(update -> batch.add(update.wire()));
            return batch;
        });
    }

    private long await(long nanos) {
        try {
            return engine.arrived.awaitNanos(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** An offset confirms everything below it; one from before an id reset confirms nothing. */
    private void confirm(long offset) {
        engine.expire();
        List<State.Pending> updates = engine.state.updates;
        if (offset < 0) {
            updates.subList(0, (int) Math.max(0, updates.size() + offset)).clear();
        } else if (offset <= engine.state.nextUpdateId) {
            updates.removeIf(update -> update.id() < offset);
        }
    }

    private void allow(Call call) {
        JsonNode list = call.get("allowed_updates");
        if (list == null) {
            return;
        }
        Set<String> known = new TreeSet<>();
        list.forEach(kind -> {
            String name = kind.asString("").toLowerCase(Locale.ROOT);
            if (KINDS.contains(name)) {
                known.add(name);
            }
        });
        engine.state.allowed = known.isEmpty() ? null : known;
    }

    private JsonNode setWebhook(Call call) {
        String url = call.text("url");
        if (url.isEmpty()) {
            return deleteWebhook(call);
        }
        // the real server wants https; a stand-in on this machine has no certificate to offer
        if (!url.matches("https?://[^\\s/]+(?:/\\S*)?")) {
            throw Refusal.bad("bad webhook: An HTTPS URL must be provided for webhook");
        }
        String secret = call.has("secret_token") ? call.text("secret_token") : null;
        if (secret != null && !secret.matches("[A-Za-z0-9_-]{1,256}")) {
            throw Refusal.bad("secret token contains unallowed characters");
        }
        allow(call);
        if (call.flag("drop_pending_updates", false)) {
            engine.state.updates.clear();
        }
        int connections = (int) Math.clamp(call.number("max_connections", 40), 1, 100);
        engine.state.webhook = new State.Webhook(url, secret, connections, 0, null);
        engine.arrived.signalAll();
        engine.onUpdate.run();
        return Json.yes();
    }

    private JsonNode deleteWebhook(Call call) {
        engine.state.webhook = null;
        if (call.flag("drop_pending_updates", false)) {
            engine.state.updates.clear();
        }
        return Json.yes();
    }

    private JsonNode webhookInfo() {
        engine.expire();
        State.@Nullable Webhook webhook = engine.state.webhook;
        ObjectNode info = Json.object().put("url", webhook == null ? "" : webhook.url())
                .put("has_custom_certificate", false)
                .put("pending_update_count", engine.state.updates.size());
        if (webhook != null) {
            info.put("max_connections", webhook.connections());
            if (webhook.lastError() != null) {
                info.put("last_error_date", webhook.lastErrorAt()).put("last_error_message", webhook.lastError());
            }
        }
        Set<String> allowed = engine.state.allowed;
        if (allowed != null) {
            ArrayNode list = info.putArray("allowed_updates");
            allowed.forEach(list::add);
        }
        return info;
    }
}
