package org.covigie.bot.mail;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.covigie.bot.commands.Texts;
import org.covigie.bot.synthesis.Synthesis;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Writes the letters: the same words as text and as a page that a telephone shows well. */
@Component
class Letters {
    /** How long the link that confirms can be used. */
    static final Duration CONFIRMABLE = Duration.ofHours(48);

    private final Texts texts;
    private final SpringTemplateEngine pages;
    private final MailLinks links;
    private final MailSettings settings;

    Letters(Texts texts, SpringTemplateEngine pages, MailLinks links, MailSettings settings) {
        this.texts = texts;
        this.pages = pages;
        this.links = links;
        this.settings = settings;
    }

    /** Asks whoever reads this address to confirm; nothing else is mailed there before. */
    Letter confirmation(UUID letter, Subscription to, String token) {
        Locale language = to.language();
        Body body = new Body(say("mail.confirm.title", language), List.of(say("mail.confirm.why", language)),
                say("mail.confirm.go", language), links.confirm(token),
                say("mail.confirm.ignore", language, CONFIRMABLE.toHours()), null, null);
        return letter(letter, to, language, say("mail.confirm.subject", language), body, Map.of());
    }

    /** @param language the reader's */
    Letter synthesis(UUID letter, Subscription to, Locale language, Synthesis synthesis, boolean urgent) {
        String leave = links.leave(to.id());
        String name = to.name();
        String summary = synthesis.summary();
        Body body = new Body(synthesis.title(), summary == null
                ? List.of()
                : summary.lines().map(String::strip).filter(line -> !line.isEmpty()).toList(),
                say("mail.synthesis.read", language), synthesis.url(), name == null
                        ? say("mail.synthesis.why", language)
                        : say("mail.synthesis.why-listed", language, name),
                say("mail.synthesis.leave", language), leave);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("List-Id", "COViGIE <syntheses." + settings.host() + ">");
        // by one click of the mail program's own (rfc-editor.org/rfc/rfc8058)
        headers.put("List-Unsubscribe", "<" + leave + ">");
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return letter(letter, to, language,
                say(urgent ? "mail.synthesis.alert" : "mail.synthesis.subject", language, synthesis.title()), body,
                headers);
    }

    /**
     * What stands in a letter.
     *
     * @param why   why one gets it, in small print
     * @param leave how one gets no more of it, with its link; null where there is nothing to leave
     */
    record Body(String title, List<String> paragraphs, String button, String link, String why, @Nullable String leave,
            @Nullable String leaveLink) {
        String text() {
            StringBuilder text = new StringBuilder(title).append("\n\n");
            paragraphs.forEach(line -> text.append(line).append("\n"));
            text.append(paragraphs.isEmpty() ? "" : "\n").append(button).append("\n").append(link)
                    .append("\n\n-- \n").append(why).append("\n");
            return leave == null
                    ? text.toString()
                    : text.append(leave).append("\n").append(leaveLink).append("\n")
                            .toString();
        }
    }

    private Letter letter(UUID id, Subscription to, Locale language, String subject, Body body,
            Map<String, String> headers) {
        String html = pages.process("mail/letter",
                new Context(language, Map.of("language", language.getLanguage(), "subject", subject, "body", body)));
        return new Letter("<" + id + "@" + settings.host() + ">", to.address(), language,
                subject.replaceAll("\\p{Cntrl}+", " "), body.text(), html, headers);
    }

    private String say(String key, Locale language, Object... args) {
        return texts.plain(key, language, args);
    }
}
