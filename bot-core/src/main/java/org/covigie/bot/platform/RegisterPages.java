package org.covigie.bot.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.covigie.bot.signals.Kind;
import org.covigie.bot.signals.SignalDocument;
import org.covigie.bot.signals.Signals;
import org.covigie.bot.signals.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The built-in register: what is published, for everybody to read. A wish that makes no sense is passed over. */
@Controller
@Conditional(BuiltIn.class)
class RegisterPages {
    private static final int SIZE = 20;
    private static final int LAST_PAGE = 100_000;
    private static final int LONGEST = 200;
    private static final int MOST_LINKED = 50;

    private final Signals signals;
    private final MessageSource messages;
    private final String here;

    RegisterPages(Signals signals, MessageSource messages, Environment environment) {
        this.signals = signals;
        this.messages = messages;
        this.here = Addresses.here(environment);
    }

    @GetMapping({"/register", "/register/"})
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String page, @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        String words = q.replaceAll("\\p{Cntrl}+", " ").strip();
        Search search = new Search(words.length() > LONGEST ? words.substring(0, LONGEST) : words, kind(kind),
                number(page));
        Signals.Found found = signals.published(search.words(), search.kind(), search.page(), SIZE);
        common(lang, request, response, model);
        Links links = new Links(request.getContextPath(), lang);
        model.addAttribute("links", links).addAttribute("search", search).addAttribute("kinds", Kind.values())
                .addAttribute("total", found.total())
                .addAttribute("entries", found.items().stream().map(this::entry).toList())
                .addAttribute("pages", (int) Math.max(1, (found.total() + SIZE - 1) / SIZE));
        return "register/list";
    }

    @GetMapping("/register/signals/{id}")
    String one(@PathVariable String id, @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request,
            HttpServletResponse response, Model model) {
        common(lang, request, response, model);
        model.addAttribute("links", new Links(request.getContextPath(), lang));
        Optional<SignalDocument> found = published(id);
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "register/missing";
        }
        SignalDocument signal = found.get();
        List<Entry> linked = linked(signal).map(this::entry).toList();
        model.addAttribute("entry", entry(signal)).addAttribute("linked", linked).addAttribute("permalink",
                Addresses.permalink(here, signal.id()));
        return "register/signal";
    }

    /** What somebody looks for. */
    record Search(String words, @Nullable Kind kind, int page) {
        public boolean any() {
            return !words.isEmpty() || kind != null;
        }
    }

    private Entry entry(SignalDocument signal) {
        return Entry.of(signal, (int) linked(signal).count());
    }

    /** Those linked with it that are published too; of a draft not even its existence is told. */
    private Stream<SignalDocument> linked(SignalDocument signal) {
        return signal.answers().stream().limit(MOST_LINKED).flatMap(other -> published(other).stream());
    }

    private Optional<SignalDocument> published(String id) {
        try {
            return published(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<SignalDocument> published(UUID id) {
        return signals.find(id).filter(signal -> signal.status() == Status.PUBLISHED);
    }

    private void common(@Nullable String lang, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        model.addAttribute("say", new RegisterWords(messages,
                RegisterWords.language(lang, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    private static @Nullable Kind kind(String name) {
        return Arrays.stream(Kind.values()).filter(kind -> kind.name().equals(name)).findFirst().orElse(null);
    }

    private static int number(String page) {
        try {
            return Math.clamp(Integer.parseInt(page), 0, LAST_PAGE);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
