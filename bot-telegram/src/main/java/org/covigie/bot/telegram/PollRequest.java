package org.covigie.bot.telegram;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Makes the getUpdates request (core.telegram.org/bots/api#getupdates) and returns the raw bytes: the library's types fail a
 * whole batch on one odd field. The JDK's client never sends a request twice.
 */
final class PollRequest implements AutoCloseable {
    /** Over the time Telegram may wait itself. */
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10)).build();
    private final URI uri;
    private final Duration timeout;

    PollRequest(TelegramProperties properties) {
        uri = URI.create(properties.server().getScheme() + "://" + properties.server().getRawAuthority() + "/bot"
                + properties.token() + "/getUpdates");
        timeout = properties.pollTimeout();
    }

    /** @param offset acknowledges all updates below it; null serves what was never acknowledged */
    CompletableFuture<HttpResponse<byte[]>> send(@Nullable Long offset, int limit) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (offset != null) {
            body.put("offset", offset);
        }
        body.put("limit", limit);
        body.put("timeout", timeout.toSeconds());
        body.put("allowed_updates", Updates.KINDS);
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(timeout.plus(MARGIN))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Answer.JSON.writeValueAsBytes(body))).build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
