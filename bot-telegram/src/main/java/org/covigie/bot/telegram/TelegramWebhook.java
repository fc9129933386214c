package org.covigie.bot.telegram;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Receives by webhook (core.telegram.org/bots/api#setwebhook). It answers 200 only once the update is stored, also for
 * what cannot be read: Telegram would send that again for ever. In polling mode there is nothing here.
 */
@RestController
@Conditional(TokenGiven.class)
class TelegramWebhook {
    static final String PATH = "/telegram/webhook";
    private static final Logger LOG = LoggerFactory.getLogger(TelegramWebhook.class);
    private static final int MOST_BYTES = 1024 * 1024;

    private final Intake intake;
    private final boolean on;
    private final byte[] secret;

    TelegramWebhook(TelegramProperties properties, Intake intake) {
        this.intake = intake;
        this.on = properties.webhook();
        this.secret = properties.webhookSecret().getBytes(StandardCharsets.UTF_8);
    }

    @PostMapping(PATH)
    ResponseEntity<Void> receive(
            @RequestHeader(name = "X-Telegram-Bot-Api-Secret-Token", required = false) @Nullable String given,
            HttpServletRequest request) throws IOException {
        if (!on) {
            return ResponseEntity.notFound().build();
        }
        if (given == null || !MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8))) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        byte[] body = request.getContentLengthLong() > MOST_BYTES
                ? null
                : request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body == null || body.length > MOST_BYTES) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        try {
            intake.take(List.of(body));
        } catch (RuntimeException e) {
            // Telegram keeps it and comes back; its message may hold words, so only the kind of fault is told
            LOG.error("Telegram: an update could not be stored ({})", e.getClass().getName());
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "5").build();
        }
        return ResponseEntity.ok().build();
    }
}
