package org.covigie.bot.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.covigie.bot.people.Profession;
import org.covigie.bot.people.Region;
import org.covigie.bot.register.Confirmed;
import org.covigie.bot.register.Corroborations;
import org.covigie.bot.register.Register;
import org.covigie.bot.signals.Kind;
import org.covigie.bot.signals.SignalDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The built-in register: what is published, for everybody to read. */
@Controller
@Conditional(BuiltIn.class)
class RegisterPages {
    private static final int SIZE = 20;

    private final Register register;
    private final Corroborations corroborations;
    private final MessageSource messages;
    private final String here;

    RegisterPages(Register register, Corroborations corroborations, MessageSource messages, Environment environment) {
        this.register = register;
        this.corroborations = corroborations;
        this.messages = messages;
        this.here = Addresses.here(environment);
    }

    @GetMapping({"/register", "/register/"})
    String list(@RequestParam Map<String, String> query, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        Search search = Search.of(query);
        Register.Found found = register.find(search.sought(), Register.Order.BEST, search.page(), SIZE);
        Map<UUID, Confirmed> confirmed = corroborations.of(found.items().stream().map(SignalDocument::id).toList());
        common(query.get("lang"), request, response, model);
        model.addAttribute("search", search).addAttribute("kinds", Kind.values())
                .addAttribute("professions", Profession.values()).addAttribute("regions", Region.values())
                .addAttribute("total", found.total())
                .addAttribute("entries", found.items().stream()
                        .map(signal -> entry(signal, confirmed.getOrDefault(signal.id(), Confirmed.NONE))).toList())
                .addAttribute("pages", (int) Math.max(1, (found.total() + SIZE - 1) / SIZE));
        return "register/list";
    }

    @GetMapping("/register/signals/{id}")
    String one(@PathVariable String id, @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        common(lang, request, response, model);
        Optional<SignalDocument> found = published(id);
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "register/missing";
        }
        SignalDocument signal = found.get();
        List<Entry> linked = register.linked(signal).stream()
                .map(other -> entry(other, Confirmed.NONE)).toList();
        model.addAttribute("entry", entry(signal, corroborations.of(signal.id()))).addAttribute("linked", linked)
                .addAttribute("permalink",
                        Addresses.permalink(here, signal.id()));
        return "register/signal";
    }

    private Entry entry(SignalDocument signal, Confirmed confirmed) {
        return Entry.of(signal, register.linked(signal).size(), confirmed);
    }

    private Optional<SignalDocument> published(String id) {
        try {
            return register.find(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void common(@Nullable String lang, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        // may be kept anywhere, and shown once the tag has been compared
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePublic().getHeaderValue());
        model.addAttribute("links", new Links(request.getContextPath(), lang)).addAttribute("say",
                new RegisterWords(messages,
                        RegisterWords.language(lang, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
    }
}
