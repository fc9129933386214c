package org.covigie.bot.whatsapp;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.covigie.bot.whatsapp.Answer.Failure;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries the SDK's requests, each exactly once. The SDK's own transport sends a message up to six times when Twilio answers
 * 5xx, though creating one is not repeatable (twilio.com/docs/api/errors/20500). One time limit holds for the whole answer, so
 * that a body that stalls is cut too. Thread-safe.
 */
final class Transport extends com.twilio.http.HttpClient implements AutoCloseable {
    /** A page of messages has some 200 KB; whatever is far longer is not Twilio's. */
    private static final long MOST_BYTES = 8L << 20;
    private static final Duration MOST_CONNECT = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final @Nullable URI server;
    private final Duration timeout;

    /** @param server where all of Twilio's hosts are reached; null: at their own names */
    Transport(@Nullable URI server, Duration timeout) {
        this.server = server;
        this.timeout = timeout;
        Duration half = timeout.dividedBy(2);
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(half.compareTo(MOST_CONNECT) < 0 ? half : MOST_CONNECT).build();
    }

    /** No second try, whatever comes back. */
    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        HttpResponse<byte[]> answer = exchange(written(request));
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.statusCode() < 200 || answer.statusCode() > 299) {
            throw new NoAnswer(denied(answer, body));
        }
        // never null: at DEBUG the SDK walks through them
        Header[] headers = answer.headers().map().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> new BasicHeader(header.getKey(), value)))
                .toArray(Header[]::new);
        return new Response(body, answer.statusCode(), headers);
    }

    private HttpRequest written(Request request) {
        HttpRequest.Builder written = HttpRequest.newBuilder(at(URI.create(request.constructURL().toString())))
                .header("Accept", "application/json");
        if (request.requiresAuthentication()) {
            written.header("Authorization", request.getAuthString());
        }
        HttpMethod method = request.getMethod();
        if (method == HttpMethod.GET || method == HttpMethod.DELETE) {
            return written.method(method.toString(), BodyPublishers.noBody()).build();
        }
        boolean json = request.getContentType() != null
                && request.getContentType().getValue().toLowerCase(Locale.ROOT).startsWith("application/json");
        return written.header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
                .method(method.toString(), BodyPublishers.ofString(json ? request.getBody() : request.encodeFormBody()))
                .build();
    }

    /** The same path and query at the operator's server. The account's token goes to no host but Twilio's. */
    private URI at(URI twilio) {
        if (server != null) {
            String query = twilio.getRawQuery();
            return URI.create(server + twilio.getRawPath() + (query == null ? "" : "?" + query));
        }
        String host = String.valueOf(twilio.getHost()).toLowerCase(Locale.ROOT);
        if (!host.endsWith(".twilio.com") || !"https".equals(twilio.getScheme())) {
            throw new NoAnswer(new Failure.Lost("foreign-host"));
        }
        return twilio;
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request,
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new NoAnswer(new Failure.Lost("timeout"));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoAnswer(new Failure.Lost("interrupted"));
        } catch (ExecutionException e) {
            throw new NoAnswer(unanswered(e.getCause()));
        }
    }

    private static Failure unanswered(@Nullable Throwable fault) {
        return switch (fault) {
            case ConnectException none -> new Failure.Unreachable();
            case HttpConnectTimeoutException none -> new Failure.Unreachable();
            case UnknownHostException none -> new Failure.Unreachable();
            case NoRouteToHostException none -> new Failure.Unreachable();
            case SSLHandshakeException none -> new Failure.Unreachable();
            case HttpTimeoutException late -> new Failure.Lost("timeout");
            case IOException broken -> new Failure.Lost("connection-lost");
            case null, default -> new Failure.Lost("not-sent-as-it-should");
        };
    }

    private static Failure denied(HttpResponse<byte[]> answer, String body) {
        if (answer.statusCode() < 400) {
            return new Failure.Lost("http-" + answer.statusCode());
        }
        Duration wait = answer.headers().firstValue("Retry-After").filter(value -> value.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds))).orElse(null);
        return new Failure.Denied(answer.statusCode(), code(body), wait);
    }

    /** Twilio's own code; a proxy's page has none. */
    private static @Nullable Integer code(String body) {
        try {
            JsonNode code = JSON.readTree(body).path("code");
            return code.isInt() ? code.intValue() : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
