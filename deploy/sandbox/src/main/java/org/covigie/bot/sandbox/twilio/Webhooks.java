package org.covigie.bot.sandbox.twilio;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What goes to the bot: signed form POSTs, and the media it lends. Signed is the address that the outside sees, called is the bot
 * itself. A connection that fails is tried once more; the fragment of an address may ask for other tries
 * (twilio.com/docs/usage/webhooks/webhooks-connection-overrides).
 */
final class Webhooks {

    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int MOST_BYTES = 16 << 20;

    private final String authToken;
    private final String publicUrl;
    private final Supplier<String> localUrl;
    private final Duration pause;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).followRedirects(HttpClient.Redirect.NEVER).build();

    /** How one try ended. */
    private enum Ended {
        TAKEN, CONNECTING, READING, CLIENT_ERROR, SERVER_ERROR
    }

    /** A medium that the bot lent; {@code type} is empty when there was none. */
    record Fetched(String type, byte[] bytes) {}

    Webhooks(String authToken, String publicUrl, Supplier<String> localUrl, Duration pause) {
        this.authToken = authToken;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
        this.localUrl = localUrl;
        this.pause = pause;
    }

    /** The address of one of the bot's own resources, as the outside sees it. */
    String address(String path) {
        return publicUrl + path;
    }

    boolean post(String address, Map<String, String> parameters) throws InterruptedException {
        Overrides overrides = Overrides.of(address);
        String plain = Overrides.without(address);
        HttpRequest request = HttpRequest.newBuilder(URI.create(reached(plain))).timeout(LONGEST)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("User-Agent", "TwilioProxy/1.1").header("I-Twilio-Idempotency-Token", "" + UUID.randomUUID())
                .header("X-Twilio-Signature", Signature.of(authToken, plain, parameters))
                .POST(HttpRequest.BodyPublishers.ofString(encoded(parameters))).build();
        long end = System.nanoTime() + LONGEST.toNanos();
        for (int left = overrides.retries();; left--) {
            Ended ended = attempt(request);
            boolean again = switch (ended) {
                case TAKEN -> false;
                case CONNECTING -> overrides.when("ct");
                case READING -> overrides.when("rt");
                case CLIENT_ERROR -> overrides.when("4xx");
                case SERVER_ERROR -> overrides.when("5xx");
            };
            if (!again || left <= 0 || System.nanoTime() + pause.toNanos() > end) {
                return ended == Ended.TAKEN;
            }
            Thread.sleep(pause);
        }
    }

    private Ended attempt(HttpRequest request) throws InterruptedException {
        try {
            int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 ? Ended.TAKEN : status >= 500 ? Ended.SERVER_ERROR : Ended.CLIENT_ERROR;
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return Ended.CONNECTING;
        } catch (HttpTimeoutException e) {
            return Ended.READING;
        } catch (IOException e) {
            return Ended.READING;
        }
    }

    /** What lies behind a MediaUrl, as somebody without credentials gets it. */
    Fetched fetch(String address) throws InterruptedException {
        try {
            HttpResponse<java.io.InputStream> answer = http.send(
                    HttpRequest.newBuilder(URI.create(reached(address))).timeout(LONGEST).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (java.io.InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(MOST_BYTES + 1);
                String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0].strip();
                boolean good = answer.statusCode() == 200 && bytes.length <= MOST_BYTES;
                return new Fetched(good ? type : "", bytes);
            }
        } catch (IOException | IllegalArgumentException e) {
            return new Fetched("", new byte[0]);
        }
    }

    void stop() {
        http.shutdownNow();
    }

    private String reached(String address) {
        return address.startsWith(publicUrl + "/") ? localUrl.get() + address.substring(publicUrl.length()) : address;
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> URLEncoder.encode(one.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
