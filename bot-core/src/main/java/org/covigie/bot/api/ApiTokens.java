package org.covigie.bot.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one bearer token of the interface: {@code COVIGIE_API_TOKEN}, or one made up at the first start, printed once, and known
 * from then on by its SHA-256 only.
 */
@Component
class ApiTokens {
    private static final int BYTES = 32;

    private final JdbcClient db;
    private final InstantSource clock;
    private final String configured;
    private volatile byte @Nullable [] digest;

    ApiTokens(@Value("${covigie.api.token:}") String configured, JdbcClient db, InstantSource clock) {
        this.configured = configured.strip();
        this.db = db;
        this.clock = clock;
    }

    /** Only once all else has started: a start that fails must not be the one that printed the token. */
    @EventListener(ApplicationStartedEvent.class)
    void prepare() {
        digest = configured.isEmpty() ? kept() : digest(configured);
    }

    /** Whether this is the token; takes the same time for every wrong one. */
    boolean matches(String token) {
        byte[] expected = digest;
        return expected != null && MessageDigest.isEqual(expected, digest(token));
    }

    private byte[] kept() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String fresh = "covigie_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        int inserted = db.sql("insert into api_token (id, digest, created_at) values (1, ?, ?) on conflict do nothing")
                .params(digest(fresh), clock.instant().atOffset(ZoneOffset.UTC)).update();
        if (inserted == 1) {
            announce(fresh);
        }
        return db.sql("select digest from api_token where id = 1").query(byte[].class).single();
    }

    /** On the standard output, not by a logger: logs are collected and kept, and hold no tokens. */
    @SuppressWarnings("SystemOut")
    private static void announce(String token) {
        System.out.printf("%nToken of the REST API, shown only this once (COVIGIE_API_TOKEN sets another): %s%n%n",
                token);
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
