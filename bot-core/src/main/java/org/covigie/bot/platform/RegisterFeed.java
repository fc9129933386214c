package org.covigie.bot.platform;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.covigie.bot.register.Confirmed;
import org.covigie.bot.register.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The last published signals, or those of them that somebody searches for, as an Atom feed (rfc-editor.org/rfc/rfc4287); who has it already is told so (304). */
@Controller
@Conditional(BuiltIn.class)
class RegisterFeed {
    private static final int MOST = 50;
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    private final Register register;
    private final MessageSource messages;
    private final String here;

    RegisterFeed(Register register, MessageSource messages, Environment environment) {
        this.register = register;
        this.messages = messages;
        this.here = Addresses.here(environment);
    }

    @GetMapping("/register/feed.atom")
    ResponseEntity<byte[]> feed(@RequestParam Map<String, String> query,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted)
            throws FeedException, IOException {
        Search search = Search.of(query);
        Locale language = RegisterWords.language(query.get("lang"), accepted);
        List<Entry> entries = register.find(search.sought(), Register.Order.NEWEST, 0, MOST).items().stream()
                .map(signal -> Entry.of(signal, 0, Confirmed.NONE)).toList();
        StringWriter xml = new StringWriter();
        new WireFeedOutput().output(new AtomWriter(here, new RegisterWords(messages, language)).feed(search, entries),
                xml);
        byte[] body = xml.toString().getBytes(StandardCharsets.UTF_8);
        Instant last = entries.isEmpty() ? Instant.EPOCH : entries.getFirst().published();
        return ResponseEntity.ok().contentType(ATOM).eTag("\"" + DigestUtils.md5DigestAsHex(body) + "\"")
                .lastModified(last)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE).body(body);
    }
}
