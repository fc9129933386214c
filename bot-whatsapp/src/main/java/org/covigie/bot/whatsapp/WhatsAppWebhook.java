package org.covigie.bot.whatsapp;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import org.covigie.bot.messaging.Receipt;
import org.covigie.bot.messaging.Receipts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Twilio calls: inbound messages, and what became of ours. Answers 200 with an empty reply only once it is stored, also
 * for what cannot be read. Replies go out by calls of their own, never in the answer.
 */
@RestController
@Conditional(AccountGiven.class)
class WhatsAppWebhook {
    private static final Logger LOG = LoggerFactory.getLogger(WhatsAppWebhook.class);
    /** A message has 1,600 characters at most, of up to 12 bytes each once encoded; the rest is short. */
    private static final int MOST_BYTES = 64 * 1024;
    private static final String NO_REPLY = "<Response/>";

    private final Signatures signatures;
    private final Intake intake;
    private final Receipts receipts;

    WhatsAppWebhook(Signatures signatures, Intake intake, Receipts receipts) {
        this.signatures = signatures;
        this.intake = intake;
        this.receipts = receipts;
    }

    @PostMapping(PublicAddress.INBOUND)
    ResponseEntity<String> inbound(
            @RequestHeader(name = Signatures.HEADER, required = false) @Nullable String signature,
            HttpServletRequest request) throws IOException {
        return take(PublicAddress.INBOUND, request, signature,
                // without an id of its own it is told by its signature, which is the same for the same body
                (form, bytes) -> intake.take(form, bytes, "signed-" + signature));
    }

    @PostMapping(PublicAddress.STATUS)
    ResponseEntity<String> status(
            @RequestHeader(name = Signatures.HEADER, required = false) @Nullable String signature,
            HttpServletRequest request) throws IOException {
        return take(PublicAddress.STATUS, request, signature, (form, bytes) -> {
            Receipt receipt = Statuses.of(form);
            if (receipt != null) {
                receipts.accept(WhatsAppChannel.NAME, List.of(receipt));
            }
        });
    }

    private ResponseEntity<String> take(String path, HttpServletRequest request, @Nullable String signature,
            BiConsumer<Form, Integer> store) throws IOException {
        byte[] body = request.getContentLengthLong() > MOST_BYTES
                ? null
                : request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body == null || body.length > MOST_BYTES) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        Form form = Form.of(body);
        if (!signatures.right(path, request.getQueryString(), form, signature)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        try {
            store.accept(form, body.length);
        } catch (RuntimeException e) {
            // Twilio comes back; the message of the fault may hold words, so only its kind is told
            LOG.error("WhatsApp: a webhook could not be stored ({})", e.getClass().getName());
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "5").build();
        }
        return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(NO_REPLY);
    }
}
