package org.covigie.bot.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.covigie.bot.settings.WrongSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Who hands in a synthesis may sign it instead of sending the bearer token, as the Standard Webhooks say
 * (github.com/standard-webhooks/standard-webhooks, spec): HMAC-SHA256 of id, timestamp and body, at most five minutes old or
 * ahead. Off while no secret is set.
 */
@Component
class SignedWebhooks {
    private static final String PATH = "/api/v1/syntheses";
    private static final String SECRET = "whsec_";
    private static final String VERSION = "v1,";
    private static final int SHORTEST = 16;
    private static final int LONGEST_ID = 200;
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final byte @Nullable [] key;
    private final InstantSource clock;

    SignedWebhooks(@Value("${covigie.platform.webhook-secret:}") String secret, InstantSource clock) {
        this.key = secret.isBlank() ? null : key(secret.strip());
        this.clock = clock;
    }

    private static byte[] key(String secret) {
        byte[] key = new byte[0];
        try {
            key = Base64.getDecoder().decode(secret.startsWith(SECRET) ? secret.substring(SECRET.length()) : "");
        } catch (IllegalArgumentException e) {
            // said below, with what is too short
        }
        if (key.length < SHORTEST) {
            throw new WrongSetting("COVIGIE_PLATFORM_WEBHOOK_SECRET",
                    "COVIGIE_PLATFORM_WEBHOOK_SECRET must be whsec_ and at least 16 bytes in base64.");
        }
        return key;
    }

    /** Stands before the bearer token's filter; what is not signed, or not rightly, goes on to it. */
    void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = request.getHeader("webhook-id");
        String timestamp = request.getHeader("webhook-timestamp");
        String signatures = request.getHeader("webhook-signature");
        // a stranger's body is read only when the rest looks right
        if (key == null || id == null || timestamp == null || signatures == null || id.length() > LONGEST_ID
                || !request.getMethod().equals("POST") || !ApiPaths.path(request).equals(PATH)
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null || !timely(timestamp)
                || request.getContentLengthLong() > BodyLimit.MOST) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(BodyLimit.MOST + 1);
        if (body.length <= BodyLimit.MOST && signed(key, id, timestamp, body, signatures)) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new PreAuthenticatedAuthenticationToken("platform", "",
                    AuthorityUtils.createAuthorityList("PLATFORM")));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(new BodyLimit.Read(request, body), response);
    }

    private boolean timely(String timestamp) {
        return timestamp.matches("\\d{1,12}") && Math.abs(
                clock.instant().getEpochSecond() - Long.parseLong(timestamp)) <= TOLERANCE.toSeconds();
    }

    /** There are several while the secret is being changed; each is compared whole, so that time tells nothing. */
    private static boolean signed(byte[] key, String id, String timestamp, byte[] body, String signatures) {
        byte[] expected = (VERSION + Base64.getEncoder().encodeToString(hmac(key, id + "." + timestamp + ".", body)))
                .getBytes(StandardCharsets.UTF_8);
        boolean one = false;
        for (String signature : signatures.split(" ", -1)) {
            one |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
        }
        return one;
    }

    private static byte[] hmac(byte[] key, String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
