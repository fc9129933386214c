package org.covigie.bot.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.covigie.bot.signals.Platform;
import org.covigie.bot.signals.SignalDocument;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The COViGIE platform by REST: {@code POST …/signals} with the signal in JSON. Redirects are not followed, for the token and
 * the signal were meant for the configured address only.
 */
final class RestPlatform implements Platform, AutoCloseable {
    private final URI address;
    private final String token;
    private final Duration whole;
    private final JsonMapper json;
    private final PlatformReader reader;
    private final HttpClient http;

    /**
     * How long to wait.
     *
     * @param connect for the connection
     * @param read    then for the whole answer
     */
    record Patience(Duration connect, Duration read) {}

    /** @param token sent as bearer token, empty for none */
    RestPlatform(URI address, String token, Patience patience, JsonMapper json) {
        this.address = address;
        this.token = token;
        this.whole = patience.connect().plus(patience.read());
        this.json = json;
        this.reader = new PlatformReader(json);
        this.http = HttpClient.newBuilder().connectTimeout(patience.connect()).version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).build();
    }

    @Override
    public Outcome publish(SignalDocument signal, String idempotencyKey) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(signal)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        // the client's own time-out ends with the headers, and a body may never end
        CompletableFuture<HttpResponse<byte[]>> call = http.sendAsync(request.build(), answer -> new FirstBytes());
        try {
            HttpResponse<byte[]> answer = call.get(whole.toMillis(), TimeUnit.MILLISECONDS);
            return reader.read(answer.statusCode(), answer.body());
        } catch (TimeoutException e) {
            return new Outcome.Later("timeout");
        } catch (ExecutionException e) {
            return new Outcome.Later(code(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Later("interrupted");
        } finally {
            call.cancel(true);
        }
    }

    private static String code(@Nullable Throwable failure) {
        return switch (failure) {
            case HttpConnectTimeoutException unreachable -> "unreachable";
            case HttpTimeoutException late -> "timeout";
            case java.net.ConnectException unreachable -> "unreachable";
            case javax.net.ssl.SSLException tls -> "tls";
            case IOException broken -> "connection";
            case null, default -> "failure";
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
