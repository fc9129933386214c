package org.covigie.bot.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The configured mail server, as a thin client: what it answers becomes a {@link Sending}. */
@Component
class MailServer {
    /** An answer of the server with its finer code behind (rfc-editor.org/rfc/rfc3463). */
    private static final Pattern FINER = Pattern.compile("^\\d{3}[ -](\\d\\.\\d{1,3}\\.\\d{1,3})\\b");
    /**
     * What says that the mailbox itself is not there or takes nothing. Everything else, a bare code too, may be said of us, the
     * sender, and would be said of every reader.
     */
    private static final Set<String> NO_MAILBOX = Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1");

    private final @Nullable JavaMailSenderImpl sender;
    private final MailSettings settings;
    private final InstantSource clock;

    MailServer(ObjectProvider<JavaMailSenderImpl> senders, MailSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        sender = settings.on() ? senders.getIfAvailable() : null;
        if (sender != null) {
            patience(sender.getJavaMailProperties(), "mail." + protocol(sender) + ".");
        }
    }

    /** The library waits for ever unless told otherwise. */
    private static void patience(Properties properties, String prefix) {
        properties.putIfAbsent(prefix + "connectiontimeout", "10000");
        properties.putIfAbsent(prefix + "timeout", "30000");
        properties.putIfAbsent(prefix + "writetimeout", "30000");
    }

    private static String protocol(JavaMailSenderImpl sender) {
        String protocol = sender.getProtocol();
        return protocol == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : protocol;
    }

    /** Why nothing can be sent now; empty when the server answers and lets us in. */
    Optional<Sending.Down> down() {
        return switch (connect()) {
            case Line.Open open -> {
                open.close();
                yield Optional.empty();
            }
            case Line.Closed closed -> Optional.of(closed.why());
        };
    }

    /** A connection, or why there is none. */
    Line connect() {
        if (sender == null) {
            return new Line.Closed(new Sending.Down("off"));
        }
        try {
            Transport transport = sender.getSession().getTransport(protocol(sender));
            // with a user, be it an empty one, the library logs in wherever the server offers it
            boolean login = StringUtils.hasText(sender.getUsername());
            transport.connect(sender.getHost(), sender.getPort(), login ? sender.getUsername() : null,
                    login ? sender.getPassword() : null);
            return new Line.Open(transport, this);
        } catch (AuthenticationFailedException e) {
            return new Line.Closed(new Sending.Down("login"));
        } catch (MessagingException e) {
            return new Line.Closed(new Sending.Down("unreachable"));
        }
    }

    /** A try to reach the server. */
    sealed interface Line {
        /** There is nobody. */
        record Closed(Sending.Down why) implements Line {}

        /** Letters can be handed over, one after the other. */
        record Open(Transport transport, MailServer server) implements Line, AutoCloseable {
            Sending send(Letter letter) {
                return server.send(transport, letter);
            }

            @Override
            public void close() {
                try {
                    transport.close();
                } catch (MessagingException e) {
                    // it had gone already
                }
            }
        }
    }

    private Sending send(Transport transport, Letter letter) {
        Wire wire;
        try {
            wire = Wire.of(java.util.Objects.requireNonNull(sender).getSession(), letter, settings.from(),
                    clock.instant());
        } catch (MessagingException e) {
            return new Sending.Rejected("unwritable");
        }
        try {
            transport.sendMessage(wire, InternetAddress.parse(letter.to().text()));
            return new Sending.Sent();
        } catch (MessagingException e) {
            return read(e, wire.written());
        } catch (IllegalStateException e) {
            // the library has shut the connection by itself
            return wire.written() ? new Sending.Unknown() : new Sending.Down("broken");
        }
    }

    /** What an exception of the library means; pure. */
    static Sending read(MessagingException failure, boolean written) {
        for (Exception cause = failure; cause instanceof MessagingException one; cause = one.getNextException()) {
            if (one instanceof SMTPAddressFailedException address) {
                return ofMailbox(address.getReturnCode(), String.valueOf(address.getMessage()));
            }
        }
        if (failure instanceof SMTPSendFailedException said && said.getReturnCode() > 0) {
            int code = said.getReturnCode();
            String told = String.valueOf(code);
            // a server that is closing, or that does not know us as a sender, will say the same of every letter
            if (code == 421 || String.valueOf(said.getCommand()).startsWith("MAIL")) {
                return new Sending.Down(told);
            }
            return code >= 500 ? new Sending.Rejected(told) : new Sending.Later(told);
        }
        return written ? new Sending.Unknown() : new Sending.Down("broken");
    }

    private static Sending ofMailbox(int code, String answer) {
        Matcher finer = FINER.matcher(answer);
        boolean found = finer.find();
        String told = found ? code + " " + finer.group(1) : String.valueOf(code);
        if (code == 421) {
            return new Sending.Down(told);
        }
        return code >= 500 && found && NO_MAILBOX.contains(finer.group(1))
                ? new Sending.Refused(told)
                : new Sending.Later(told);
    }
}
