package org.covigie.bot.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

class MailStandInTest {
    @Test
    void takesALetterAndShowsItReadable() throws MessagingException {
        MailStandIn server = new MailStandIn(0);
        try {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(server.port());
            var message = sender.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_MIXED, "UTF-8");
            helper.setTo("lea@exemple.fr");
            helper.setSubject("Synthèse : l’été");
            message.setContent(
                    new jakarta.mail.internet.MimeMultipart("alternative", text("Déjà vu\n.point\n", "plain"),
                            text("<p>Déjà vu</p>", "html")));
            sender.send(message);

            assertThat(server.mails()).singleElement().satisfies(mail -> {
                assertThat(mail.to()).isEqualTo("lea@exemple.fr");
                assertThat(mail.subject()).isEqualTo("Synthèse : l’été");
                assertThat(mail.text()).containsSubsequence("Déjà vu", ".point");
            });
        } finally {
            server.stop();
        }
    }

    private static jakarta.mail.internet.MimeBodyPart text(String text, String kind) throws MessagingException {
        var part = new jakarta.mail.internet.MimeBodyPart();
        part.setText(text, "UTF-8", kind);
        return part;
    }
}
