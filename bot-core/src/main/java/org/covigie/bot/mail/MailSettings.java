package org.covigie.bot.mail;

import java.net.URI;
import org.covigie.bot.settings.WrongSetting;
import org.covigie.bot.synthesis.ByMail;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether this installation sends mail, from which address, how fast, and where its links lead; read at the start. */
@Component
class MailSettings implements ByMail {
    /** How often letters are looked for. */
    static final int SECONDS = 5;
    private static final int MOST = 10_000;

    private final boolean on;
    private final String publicUrl;
    private final MailAddress from;
    private final int atOnce;

    MailSettings(Environment environment) {
        on = !environment.getProperty("spring.mail.host", "").isBlank();
        publicUrl = environment.getProperty("covigie.public-url", "http://localhost:8080").strip()
                .replaceAll("/+$", "");
        from = from(environment.getProperty("covigie.mail.from", "").strip(),
                environment.getProperty("spring.mail.username", "").strip());
        String pace = environment.getProperty("covigie.mail.per-minute", "").strip();
        String perMinute = pace.isEmpty() ? "240" : pace;
        if (!perMinute.matches("\\d{1,5}") || Integer.parseInt(perMinute) < 1 || Integer.parseInt(perMinute) > MOST) {
            throw new WrongSetting("COVIGIE_MAIL_PER_MINUTE",
                    "COVIGIE_MAIL_PER_MINUTE must be a number of mails from 1 to " + MOST + ".");
        }
        atOnce = Math.max(1, Integer.parseInt(perMinute) * SECONDS / 60);
    }

    private MailAddress from(String configured, String user) {
        if (!configured.isEmpty()) {
            return MailAddress.read(configured).orElseThrow(() -> new WrongSetting("COVIGIE_MAIL_FROM",
                    "COVIGIE_MAIL_FROM must be an e-mail address such as syntheses@example.org."));
        }
        return MailAddress.read(user).orElseGet(() -> new MailAddress("no-reply@" + host()));
    }

    /** Whether a mail server is configured. */
    boolean on() {
        return on;
    }

    @Override
    public boolean offered() {
        return on;
    }

    /** Where the outside reaches this application, without a slash at its end. */
    String publicUrl() {
        return publicUrl;
    }

    MailAddress from() {
        return from;
    }

    /** How many letters go out each time they are looked for. */
    int atOnce() {
        return atOnce;
    }

    /** The name of this installation in the ids of its mails. */
    String host() {
        try {
            String host = URI.create(publicUrl).getHost();
            return host == null ? "localhost" : host;
        } catch (IllegalArgumentException e) {
            return "localhost";
        }
    }
}
