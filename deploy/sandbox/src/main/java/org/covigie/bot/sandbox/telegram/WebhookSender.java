package org.covigie.bot.sandbox.telegram;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Delivers updates by POST, one queue per chat in order; an update stays until a 2xx. The first retry comes at once, then after
 * 1, 2, 4… units up to 60, or after the receiver's Retry-After.
 */
final class WebhookSender {

    private static final int LONGEST = 60;

    private final Engine engine;
    private final Duration unit;
    private final Set<String> busy = new HashSet<>();
    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("telegram-stand-in-webhook").factory());
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads)
            .connectTimeout(Duration.ofSeconds(5)).followRedirects(HttpClient.Redirect.NEVER).build();

    /** What came of one POST: delivered, or how long to wait. */
    private record Outcome(boolean taken, @Nullable Duration askedFor, String error) {}

    WebhookSender(Engine engine, Duration unit) {
        this.engine = engine;
        this.unit = unit;
    }

    /** Starts a thread for each queue that has none; called under the engine's lock. */
    void kick() {
        if (engine.state.webhook == null || threads.isShutdown()) {
            return;
        }
        engine.state.updates.stream().map(State.Pending::key).filter(busy::add).toList()
                .forEach(key -> threads.execute(() -> lane(key)));
    }

    void stop() {
        threads.shutdownNow();
        http.shutdownNow();
    }

    private void lane(String key) {
        int failures = 0;
        while (true) {
            Work work = engine.read(() -> next(key));
            if (work == null) {
                return;
            }
            try {
                Outcome outcome = post(work);
                if (outcome.taken()) {
                    failures = 0;
                    engine.change(() -> engine.state.updates.removeIf(update -> update.id() == work.update().id()));
                } else {
                    Duration asked = outcome.askedFor();
                    Duration wait = asked == null ? delay(failures++) : asked;
                    engine.read(() -> failed(work.webhook(), outcome.error()));
                    Thread.sleep(wait);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private record Work(State.Webhook webhook, State.Pending update) {}

    private @Nullable Work next(String key) {
        engine.expire();
        State.@Nullable Webhook webhook = engine.state.webhook;
        State.@Nullable Pending first = engine.state.updates.stream().filter(update -> update.key().equals(key))
                .findFirst().orElse(null);
        if (webhook == null || first == null || threads.isShutdown()) {
            busy.remove(key);
            return null;
        }
        return new Work(webhook, first);
    }

    private boolean failed(State.Webhook webhook, String error) {
        State.@Nullable Webhook now = engine.state.webhook;
        if (now != null && now.url().equals(webhook.url())) {
            engine.state.webhook = new State.Webhook(now.url(), now.secret(), now.connections(), engine.now(), error);
        }
        return true;
    }

    private Duration delay(int failures) {
        return failures == 0 ? Duration.ZERO : unit.multipliedBy(Math.min(LONGEST, 1L << Math.min(failures - 1, 10)));
    }

    private Outcome post(Work work) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(work.webhook().url()))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers
                        .ofString(Json.MAPPER.writeValueAsString(work.update().wire()), StandardCharsets.UTF_8));
        String secret = work.webhook().secret();
        if (secret != null) {
            request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        try {
            HttpResponse<Void> answer = http.send(request.build(), HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() / 100 == 2) {
                return new Outcome(true, null, "");
            }
            Optional<Duration> retryAfter = answer.headers().firstValue("Retry-After")
                    .filter(value -> value.matches("\\d{1,4}"))
                    .map(value -> Duration.ofSeconds(Math.min(3600, Long.parseLong(value))));
            return new Outcome(false, retryAfter.orElse(null),
                    "Wrong response from the webhook: " + answer.statusCode());
        } catch (IOException e) {
            return new Outcome(false, null, "Connection failed");
        }
    }
}
