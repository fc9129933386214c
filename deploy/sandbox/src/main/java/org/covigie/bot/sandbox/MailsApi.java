package org.covigie.bot.sandbox;

import java.util.List;
import org.covigie.bot.sandbox.mail.MailStandIn;
import org.covigie.bot.sandbox.mail.SeenMail;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** What the bot has mailed, the newest first: for programs, and as a plain page whose links can be followed. */
@OnlyInSandbox
@RestController
class MailsApi {
    private static final String PAGE = """
            <!doctype html>
            <html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
            <title>COViGIE – mails</title>
            <link rel="icon" href="/sandbox/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/register/register.css"></head>
            <body><main class="wide"><h1>Mails</h1>
            <p class="lead">Ce que le robot a envoyé. <span lang="en">What the bot has sent.</span></p>
            <p><a href="/">Bac à sable</a> · <a href="/sandbox/mails">Actualiser</a></p>
            <div class="entries">%s</div></main></body></html>
            """;

    private final MailStandIn server;

    MailsApi(MailStandIn server) {
        this.server = server;
    }

    @GetMapping("/sandbox/api/mails")
    List<SeenMail> mails() {
        return server.mails();
    }

    @GetMapping(path = "/sandbox/mails", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page() {
        StringBuilder entries = new StringBuilder();
        for (SeenMail mail : server.mails()) {
            entries.append("<article><p class=\"facts\">").append(escaped(mail.to())).append("</p><h2>")
                    .append(escaped(mail.subject())).append("</h2><p class=\"words\">").append(linked(mail.text()))
                    .append("</p></article>");
        }
        return PAGE.formatted(entries.isEmpty() ? "<p class=\"empty\">Aucun mail. · No mail.</p>" : entries);
    }

    private static String linked(String text) {
        return escaped(text).replaceAll("(https?://[^\\s<>&]+)", "<a href=\"$1\">$1</a>");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
