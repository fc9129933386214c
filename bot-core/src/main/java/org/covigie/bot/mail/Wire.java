package org.covigie.bot.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/** A letter as it goes over the wire; knows whether it has gone out whole, for then it may have arrived. */
final class Wire extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;
    private boolean written;

    private Wire(Session session, String id) {
        super(session);
        this.id = id;
    }

    static Wire of(Session session, Letter letter, MailAddress from, Instant now) throws MessagingException {
        Wire wire = new Wire(session, letter.id());
        try {
            wire.setFrom(new InternetAddress(from.text(), "COViGIE", UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        wire.setRecipient(RecipientType.TO, new InternetAddress(letter.to().text()));
        wire.setSubject(letter.subject(), UTF_8);
        wire.setSentDate(Date.from(now));
        wire.setContentLanguage(new String[]{letter.language().getLanguage()});
        // so that nobody's out-of-office notice comes back (rfc-editor.org/rfc/rfc3834)
        wire.setHeader("Auto-Submitted", "auto-generated");
        for (Map.Entry<String, String> header : letter.headers().entrySet()) {
            wire.setHeader(header.getKey(), header.getValue());
        }
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        wire.setContent(new MimeMultipart("alternative", text, html));
        wire.saveChanges();
        return wire;
    }

    boolean written() {
        return written;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        super.writeTo(out, ignored);
        written = true;
    }
}
