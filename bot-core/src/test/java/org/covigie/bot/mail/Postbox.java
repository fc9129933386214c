package org.covigie.bot.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real mail server on this machine, and what has arrived there. */
final class Postbox implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("https://bot\\.test(/mail/[A-Za-z0-9/_-]+)");

    private final GreenMail server;

    private Postbox(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    static Postbox open() {
        return new Postbox(0);
    }

    static Postbox open(int port) {
        return new Postbox(port);
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** Of an application that sends mail here. */
    Map<String, Object> settings() {
        return settings(port());
    }

    static Map<String, Object> settings(int port) {
        return Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", port, "covigie.public-url",
                "https://bot.test/", "covigie.mail.per-minute", "1200");
    }

    /** A letter as it arrived. */
    record Received(MimeMessage message) {
        String subject() {
            return ask(message::getSubject);
        }

        String header(String name) {
            return String.join(", ", ask(() -> message.getHeader(name) == null
                    ? new String[0]
                    : message.getHeader(name)));
        }

        String text() {
            return part("text/plain");
        }

        String html() {
            return part("text/html");
        }

        /** The path of the link of ours that stands in it. */
        String link() {
            Matcher matcher = LINK.matcher(text());
            if (!matcher.find()) {
                throw new AssertionError("no link of ours in this letter");
            }
            return matcher.group(1);
        }

        private String part(String type) {
            return ask(() -> {
                Multipart parts = (Multipart) message.getContent();
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart part = parts.getBodyPart(i);
                    if (part.isMimeType(type)) {
                        return String.valueOf(part.getContent());
                    }
                }
                throw new AssertionError("no part " + type);
            });
        }
    }

    /** What this address has got, the oldest first. */
    List<Received> letters(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> ask(() -> message.getAllRecipients()[0].toString()).equalsIgnoreCase(address))
                .map(Received::new).toList();
    }

    /** The synthesis letters among them, by subject. */
    List<String> subjects(String address) {
        return letters(address).stream().map(Received::subject).toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    private interface Question<T> {
        T ask() throws MessagingException, IOException;
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
