package org.covigie.bot.mail;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.covigie.bot.mail.Subscriptions.Leaving;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the links in letters lead. To look changes nothing, since programs look at every link of a mail; one button does it. A
 * mail program may press that button itself to unsubscribe (rfc-editor.org/rfc/rfc8058).
 */
@Controller
class MailPages {
    private final Subscriptions subscriptions;
    private final MessageSource messages;

    MailPages(Subscriptions subscriptions, MessageSource messages) {
        this.subscriptions = subscriptions;
        this.messages = messages;
    }

    @GetMapping(MailLinks.CONFIRM + "{token}")
    ModelAndView confirm(@PathVariable String token) {
        return subscriptions.confirmable(token).map(one -> one.status() == Subscription.Status.ACTIVE
                ? page("confirmed", one.language(), false, one.address().masked())
                : page("confirm", one.language(), true, one.address().masked())).orElseGet(MailPages::missing);
    }

    @PostMapping(MailLinks.CONFIRM + "{token}")
    ModelAndView confirmed(@PathVariable String token) {
        return subscriptions.confirm(token)
                .map(one -> page("confirmed", one.language(), false, one.address().masked()))
                .orElseGet(MailPages::missing);
    }

    @GetMapping(MailLinks.LEAVE + "{token}")
    ModelAndView leave(@PathVariable String token) {
        Optional<Leaving> leaving = subscriptions.leavable(token);
        Subscription one = leaving.map(Leaving::subscription).orElse(null);
        if (one == null) {
            return leaving.isPresent() ? page("left", Locale.FRENCH, false, "") : missing();
        }
        return page("leave", one.language(), true, one.address().masked());
    }

    @PostMapping(MailLinks.LEAVE + "{token}")
    ModelAndView left(@PathVariable String token) {
        Locale language = subscriptions.leavable(token).map(Leaving::subscription).map(Subscription::language)
                .orElse(Locale.FRENCH);
        return subscriptions.leave(token) ? page("left", language, false, "") : missing();
    }

    private ModelAndView page(String step, Locale language, boolean button, String address) {
        return new ModelAndView("mail/page", Map.of("language", language.getLanguage(), "title",
                messages.getMessage("mail.page." + step, null, language), "why",
                messages.getMessage("mail.page." + step + ".why", new Object[]{address}, language), "button",
                button ? messages.getMessage("mail.page." + step + ".go", null, language) : ""));
    }

    private static ModelAndView missing() {
        return new ModelAndView("mail/missing", HttpStatus.NOT_FOUND);
    }
}
