package org.covigie.bot.whatsapp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.covigie.bot.messaging.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what people sent from Twilio, which hands it out to the account only
 * (twilio.com/docs/messaging/api/media-resource). Kept in memory for some minutes, as one picture goes to a whole group.
 */
final class MediaStore implements AutoCloseable {
    /** twilio.com/docs/whatsapp/guidance-whatsapp-media-messages: 16 MB. */
    static final int MOST_BYTES = 16 << 20;
    private static final int MOST_REDIRECTS = 3;
    private static final byte[] NOTHING = {};

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(Duration.ofSeconds(5)).build();
    private final Cache<String, byte[]> cache = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10))
            .maximumWeight(64L << 20).weigher((String path, byte[] bytes) -> bytes.length).build();
    private final String account;
    private final String authorization;
    private final Duration timeout;

    MediaStore(WhatsAppProperties properties) {
        this.account = (properties.apiUrl().isEmpty() ? "https://api.twilio.com" : properties.apiUrl())
                + "/2010-04-01/Accounts/" + properties.accountSid();
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(
                (properties.accountSid() + ":" + properties.authToken()).getBytes(StandardCharsets.UTF_8));
        this.timeout = properties.answerTimeout();
    }

    /** Its bytes; empty when Twilio does not have it, has too much of it, or cannot be asked. */
    Optional<byte[]> get(Attachment attachment) {
        String path = attachment.reference();
        // those who ask at once wait for one and the same
        byte[] bytes = cache.get(path, asked -> Objects.requireNonNullElse(fetch(asked), NOTHING));
        if (bytes.length == 0) {
            cache.invalidate(path);
            return Optional.empty();
        }
        return Optional.of(bytes);
    }

    private byte @Nullable [] fetch(String path) {
        if (!Sids.isMediaPath(path)) {
            return null;
        }
        URI at = URI.create(account + path);
        for (int n = 0; n <= MOST_REDIRECTS; n++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(at).GET();
            if (n == 0) {
                // where it is sent on to is another house: the token is not shown there
                request.header("Authorization", authorization);
            }
            HttpResponse<byte[]> answer = exchange(request.build());
            if (answer == null || answer.statusCode() == 200) {
                return answer == null ? null : answer.body();
            }
            URI next = answer.statusCode() / 100 == 3 ? next(at, answer) : null;
            if (next == null) {
                return null;
            }
            at = next;
        }
        return null;
    }

    private static @Nullable URI next(URI at, HttpResponse<byte[]> answer) {
        try {
            URI next = at.resolve(answer.headers().firstValue("Location").orElse(""));
            String scheme = String.valueOf(next.getScheme());
            return !next.equals(at)
                    && (scheme.equals("https") || scheme.equals("http") && at.getScheme().equals("http"))
                            ? next
                            : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private @Nullable HttpResponse<byte[]> exchange(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request,
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            return null;
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            return null;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
