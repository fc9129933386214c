package org.covigie.bot.sandbox.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The HTTP side: who calls, which resource, how many at once, and the form of errors. */
final class TwilioApi implements HttpHandler {

    /** Calls at once that Twilio still answers; above it come 429 and 20429. */
    private static final int MOST_AT_ONCE = 100;

    private final Engine engine;
    private final byte[] credentials;
    private final MessagesApi messages;
    private final MediaApi media;
    private final ContentApi contents;
    private final AtomicInteger open = new AtomicInteger();

    TwilioApi(Engine engine, String authToken, Delivery delivery) {
        this.engine = engine;
        this.credentials = (engine.accountSid + ":" + authToken).getBytes(StandardCharsets.UTF_8);
        this.messages = new MessagesApi(engine, delivery);
        this.media = new MediaApi(engine);
        this.contents = new ContentApi(engine);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply;
            try {
                if (open.incrementAndGet() > MOST_AT_ONCE) {
                    throw Refusal.tooMany();
                }
                reply = answer(Request.read(exchange));
            } catch (Refusal refusal) {
                reply = Reply.json(refusal.status, refusal.json());
            } finally {
                open.decrementAndGet();
            }
            if (reply.status() == 0) {
                // closing without a status line is what a client sees as a connection lost after the request
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            if (reply.location() != null) {
                exchange.getResponseHeaders().set("Location", reply.location());
            }
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    private Reply answer(Request request) {
        String path = request.path();
        if (path.startsWith(MediaApi.STORE)) {
            return media.stored(request);
        }
        if (!known(request.authorization())) {
            throw Refusal.unauthorized();
        }
        String account = "/2010-04-01/Accounts/" + engine.accountSid;
        if (path.startsWith(account + "/Messages/") && path.contains("/Media")) {
            return media.answer(request, path.substring(account.length()));
        }
        if (path.startsWith(account + "/Messages")) {
            return messages.answer(request, path.substring(account.length()));
        }
        if (path.equals("/v1/Content") || path.startsWith("/v1/Content/")) {
            return contents.answer(request);
        }
        throw Refusal.notFound(path);
    }

    private boolean known(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Basic ")) {
            return false;
        }
        try {
            return MessageDigest.isEqual(credentials, Base64.getDecoder().decode(authorization.substring(6).strip()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
