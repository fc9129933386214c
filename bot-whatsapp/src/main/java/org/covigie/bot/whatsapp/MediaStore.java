package org.covigie.bot.whatsapp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
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

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(Duration.ofSeconds(5)).build();
    private final Cache<String, Fetched> cache = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10))
            .maximumWeight(64L << 20)
            .weigher((String path, Fetched one) -> one instanceof Fetched.Bytes(byte[] bytes) ? bytes.length : 0)
            .build();
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

    /** What came of fetching something. */
    sealed interface Fetched {
        record Bytes(byte[] bytes) implements Fetched {}

        /** Twilio does not have it, or too much of it. */
        record Gone() implements Fetched {}

        /** Twilio cannot be asked now. */
        record NotNow() implements Fetched {}
    }

    Fetched get(Attachment attachment) {
        String path = attachment.reference();
        // those who ask at once wait for one and the same
        Fetched fetched = cache.get(path, this::fetch);
        if (!(fetched instanceof Fetched.Bytes)) {
            cache.asMap().remove(path, fetched);
        }
        return fetched;
    }

    private Fetched fetch(String path) {
        if (!Sids.isMediaPath(path)) {
            return new Fetched.Gone();
        }
        URI at = URI.create(account + path);
        for (int n = 0; n <= MOST_REDIRECTS; n++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(at).GET();
            if (n == 0) {
                // where it is sent on to is another house: the token is not shown there
                request.header("Authorization", authorization);
            }
            Body body = new Body();
            int status = exchange(request.build(), body);
            if (status == 200) {
                return body.tooMuch || body.bytes.size() == 0
                        ? new Fetched.Gone()
                        : new Fetched.Bytes(body.bytes.toByteArray());
            }
            if (status == 404 || status == 410) {
                return new Fetched.Gone();
            }
            URI next = status / 100 == 3 ? next(at, body.location) : null;
            if (next == null) {
                return new Fetched.NotNow();
            }
            at = next;
        }
        return new Fetched.NotNow();
    }

    private static @Nullable URI next(URI at, String location) {
        try {
            URI next = at.resolve(location);
            String scheme = String.valueOf(next.getScheme());
            return !next.equals(at)
                    && (scheme.equals("https") || scheme.equals("http") && at.getScheme().equals("http"))
                            ? next
                            : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The status; 0 when there is no answer. */
    private int exchange(HttpRequest request, Body body) {
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(request, BodyHandlers.ofByteArrayConsumer(body));
        try {
            HttpResponse<Void> got = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            body.location = got.headers().firstValue("Location").orElse("");
            return got.statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            return 0;
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            return 0;
        }
    }

    /** What comes of an answer. What is too much is let go, so that it differs from an answer that broke off. */
    private static final class Body implements Consumer<Optional<byte[]>> {
        private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean tooMuch;
        private String location = "";

        @Override
        public void accept(Optional<byte[]> piece) {
            piece.ifPresent(some -> {
                tooMuch |= bytes.size() + some.length > MOST_BYTES;
                if (tooMuch) {
                    bytes = new ByteArrayOutputStream();
                } else {
                    bytes.writeBytes(some);
                }
            });
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
