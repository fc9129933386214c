package org.covigie.bot.sandbox.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;

/**
 * A mail as it arrived.
 *
 * @param unsubscribe the header by which a mail program ends it, empty for none
 */
public record SeenMail(String to, String subject, String text, String unsubscribe, Instant at) {
    static SeenMail read(String to, byte[] bytes) {
        try {
            MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(bytes));
            String unsubscribe = message.getHeader("List-Unsubscribe", null);
            return new SeenMail(to, String.valueOf(message.getSubject()), text(message.getContent()),
                    unsubscribe == null ? "" : unsubscribe.replaceAll("^<|>$", ""), Instant.now());
        } catch (MessagingException | IOException e) {
            return new SeenMail(to, "?", "?", "", Instant.now());
        }
    }

    private static String text(Object content) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.getContentType().toLowerCase(Locale.ROOT).startsWith("text/plain")) {
                    return String.valueOf(part.getContent());
                }
            }
        }
        return String.valueOf(content);
    }
}
