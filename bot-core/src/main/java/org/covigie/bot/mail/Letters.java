package org.covigie.bot.mail;

import java.time.Duration;
import java.util.ArrayList;
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
        return listed(letter, to, language,
                say(urgent ? "mail.synthesis.alert" : "mail.synthesis.subject", language, synthesis.title()),
                synthesis.title(), summary(synthesis), synthesis.url());
    }

    /** Whoever was mailed it hears how it reads now. */
    Letter corrected(UUID letter, Subscription to, Locale language, Synthesis synthesis) {
        List<String> paragraphs = new ArrayList<>(List.of(say("mail.synthesis.corrected.why", language)));
        paragraphs.addAll(summary(synthesis));
        return listed(letter, to, language, say("mail.synthesis.corrected", language, synthesis.title()),
                synthesis.title(), paragraphs, synthesis.url());
    }

    /** Whoever was mailed it hears that it holds no more. */
    Letter withdrawn(UUID letter, Subscription to, Locale language, Synthesis synthesis) {
        String said = say("mail.synthesis.withdrawn", language, synthesis.title());
        return listed(letter, to, language, said, said, List.of(say("mail.synthesis.withdrawn.why", language)), null);
    }

    private static List<String> summary(Synthesis synthesis) {
        String summary = synthesis.summary();
        return summary == null
                ? List.of()
                : summary.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** What goes to everybody on the list, with the ways to leave it. */
    private Letter listed(UUID letter, Subscription to, Locale language, String subject, String title,
            List<String> paragraphs, @Nullable String url) {
        String leave = links.leave(to.id());
        String name = to.name();
        Body body = new Body(title, paragraphs, url == null ? null : say("mail.synthesis.read", language), url,
                name == null
                        ? say("mail.synthesis.why", language)
                        : say("mail.synthesis.why-listed", language, name),
                say("mail.synthesis.leave", language), leave);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("List-Id", "COViGIE <syntheses." + settings.host() + ">");
        // by one click of the mail program's own (rfc-editor.org/rfc/rfc8058)
        headers.put("List-Unsubscribe", "<" + leave + ">");
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return letter(letter, to, language, subject, body, headers);
    }

    /**
     * What stands in a letter.
     *
     * @param button what stands on its link; null where there is nothing to open
     * @param why   why one gets it, in small print
     * @param leave how one gets no more of it, with its link; null where there is nothing to leave
     */
    record Body(String title, List<String> paragraphs, @Nullable String button, @Nullable String link, String why,
            @Nullable String leave, @Nullable String leaveLink) {
        String text() {
            StringBuilder text = new StringBuilder(title).append("\n\n");
            paragraphs.forEach(line -> text.append(line).append("\n"));
            if (link != null) {
                text.append(paragraphs.isEmpty() ? "" : "\n").append(button).append("\n").append(link).append("\n");
            }
            text.append("\n-- \n").append(why).append("\n");
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
